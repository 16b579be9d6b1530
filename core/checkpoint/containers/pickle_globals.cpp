// core/checkpoint/containers/pickle_globals.cpp: the lists. Objects are what training scripts leave beside the weights.
#include "core/checkpoint/containers/pickle_globals.h"
#include <algorithm>
#include <iterator>

namespace patchlight
{
namespace
{

struct Named {
    std::string_view module, name;
    Global global;
};

constexpr Global kInert{GlobalKind::Object};
constexpr Global kUnknown{GlobalKind::Object, DType::U8, /*known=*/false};
constexpr Global kHarmful{GlobalKind::Harmful, DType::U8, /*known=*/false};
constexpr Global storage(DType dtype)
{
    return {GlobalKind::Storage, dtype};
}
constexpr Global element(DType dtype)
{
    return {GlobalKind::ElementType, dtype};
}

constexpr Named kGlobals[]{
    {"torch._utils", "_rebuild_tensor", {GlobalKind::RebuildTensor}},
    {"torch._utils", "_rebuild_tensor_v2", {GlobalKind::RebuildTensor}},
    {"torch._utils", "_rebuild_tensor_v3", {GlobalKind::RebuildTensorV3}},
    {"torch._utils", "_rebuild_parameter", {GlobalKind::RebuildParameter}},
    {"torch._utils", "_rebuild_parameter_with_state", {GlobalKind::RebuildParameter}},
    {"torch._tensor", "_rebuild_from_type", {GlobalKind::RebuildFromType}},
    {"torch._tensor", "_rebuild_from_type_v2", {GlobalKind::RebuildFromType}},
    {"torch", "Tensor", kInert},
    {"torch.nn.parameter", "Parameter", kInert},
    {"torch.nn.parameter", "Buffer", kInert},
    {"torch", "Size", {GlobalKind::MakeTuple}},
    {"torch", "device", kInert},
    {"torch.serialization", "_get_layout", kInert},
    {"collections", "OrderedDict", {GlobalKind::MakeDict}},
    {"collections", "defaultdict", kInert},
    {"collections", "Counter", kInert},
    {"collections", "deque", kInert},
    {"torch", "DoubleStorage", storage(DType::F64)},
    {"torch", "FloatStorage", storage(DType::F32)},
    {"torch", "HalfStorage", storage(DType::F16)},
    {"torch", "BFloat16Storage", storage(DType::BF16)},
    {"torch", "LongStorage", storage(DType::I64)},
    {"torch", "IntStorage", storage(DType::I32)},
    {"torch", "ShortStorage", storage(DType::I16)},
    {"torch", "CharStorage", storage(DType::I8)},
    {"torch", "ByteStorage", storage(DType::U8)},
    {"torch", "BoolStorage", storage(DType::Bool)},
    {"torch", "ComplexFloatStorage", storage(DType::C64)},
    {"torch", "UntypedStorage", storage(DType::U8)},
    {"torch.storage", "UntypedStorage", storage(DType::U8)},
    {"torch.storage", "_UntypedStorage", storage(DType::U8)},
    {"torch", "float64", element(DType::F64)},
    {"torch", "float32", element(DType::F32)},
    {"torch", "float16", element(DType::F16)},
    {"torch", "bfloat16", element(DType::BF16)},
    {"torch", "float8_e4m3fn", element(DType::F8E4M3)},
    {"torch", "float8_e5m2", element(DType::F8E5M2)},
    {"torch", "int64", element(DType::I64)},
    {"torch", "int32", element(DType::I32)},
    {"torch", "int16", element(DType::I16)},
    {"torch", "int8", element(DType::I8)},
    {"torch", "uint8", element(DType::U8)},
    {"torch", "bool", element(DType::Bool)},
    {"argparse", "Namespace", kInert},
    {"_codecs", "encode", kInert},
    {"numpy", "dtype", kInert},
    {"numpy", "ndarray", kInert},
    {"numpy.core.multiarray", "scalar", kInert},
    {"numpy.core.multiarray", "_reconstruct", kInert},
    {"numpy._core.multiarray", "scalar", kInert},
    {"numpy._core.multiarray", "_reconstruct", kInert},
    {"pathlib", "PosixPath", kInert},
    {"pathlib", "WindowsPath", kInert},
    {"pathlib", "PurePosixPath", kInert},
    {"pathlib._local", "PosixPath", kInert},
    {"pathlib._local", "WindowsPath", kInert},
    {"datetime", "datetime", kInert},
    {"datetime", "date", kInert},
    {"datetime", "time", kInert},
    {"datetime", "timedelta", kInert},
    {"datetime", "timezone", kInert},
    {"torch.torch_version", "TorchVersion", kInert},
    {"uuid", "UUID", kInert},
    {"copyreg", "_reconstructor", kInert},
    {"copy_reg", "_reconstructor", kInert},
    {"types", "SimpleNamespace", kInert},
    {"easydict", "EasyDict", kInert},
    {"yacs.config", "CfgNode", kInert},
    {"addict.addict", "Dict", kInert},
    {"timm.utils.model_ema", "ModelEma", kInert},
    {"timm.utils.agc", "dispatch_clip_grad", kInert},
};

/// Plain containers and numbers of Python itself, under both its names.
constexpr std::string_view kBuiltins[]{"set", "frozenset", "list", "dict", "tuple", "int", "float", "bool", "str",
    "bytes", "bytearray", "complex", "slice", "range", "object"};
/// Modules of configuration objects only.
constexpr std::string_view kInertModules[]{"omegaconf.", "pytorch_lightning.utilities.parsing",
    "lightning.fabric.utilities", "lightning_fabric.utilities", "mmengine.config.", "mmcv.utils.config"};
/// What attacks on unpickling call. None of it is run here either way, but a file that asks for it means harm wherever
/// else it is opened, so it is refused by that name.
constexpr std::string_view kHarmfulBuiltins[]{"eval", "exec", "execfile", "compile", "open", "__import__", "input",
    "apply", "breakpoint"};
constexpr std::string_view kHarmfulModules[]{"os", "posix", "nt", "subprocess", "commands", "popen2", "pty", "sys",
    "socket", "shutil", "ctypes", "_ctypes", "importlib", "imp", "runpy", "code", "codeop", "pdb", "bdb", "timeit",
    "cProfile", "webbrowser", "ftplib", "smtplib", "telnetlib", "pickle", "_pickle", "cPickle", "marshal", "pkgutil",
    "zipimport", "pip", "distutils", "ensurepip", "pydoc", "doctest", "torch.hub", "torch.utils.cpp_extension"};

template <std::size_t N> bool isOneOf(std::string_view name, const std::string_view (&list)[N])
{
    return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

bool isPython(std::string_view module)
{
    return module == "builtins" || module == "__builtin__";
}

/// The module itself or one inside it.
bool isHarmful(std::string_view module, std::string_view name)
{
    if (isPython(module))
        return isOneOf(name, kHarmfulBuiltins);
    return std::any_of(std::begin(kHarmfulModules), std::end(kHarmfulModules), [&](std::string_view harmful) {
        return module == harmful || (module.starts_with(harmful) && module[harmful.size()] == '.');
    });
}

}

Global findGlobal(std::string_view module, std::string_view name)
{
    const auto* found = std::find_if(std::begin(kGlobals), std::end(kGlobals),
        [&](const Named& each) { return each.module == module && each.name == name; });
    if (found != std::end(kGlobals))
        return found->global;
    if (module.starts_with("torch.cuda") && name.ends_with("Storage"))
        return findGlobal("torch", name);
    if (isHarmful(module, name))
        return kHarmful;
    const bool inert = module.starts_with("__torch__") || module == "torch.jit._pickle"
        || (isPython(module) && isOneOf(name, kBuiltins))
        || std::any_of(std::begin(kInertModules), std::end(kInertModules),
            [&](std::string_view each) { return module.starts_with(each); });
    return inert ? kInert : kUnknown;
}

}
