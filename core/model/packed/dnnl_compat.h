// core/model/packed/dnnl_compat.h: the two places where oneDNN 2 and 3 are spelled differently.
#pragma once
#include <oneapi/dnnl/dnnl.hpp>

namespace patchlight::packed
{

#if DNNL_VERSION_MAJOR >= 3
inline dnnl::matmul::primitive_desc describeMatmul(const dnnl::engine& engine, const dnnl::memory::desc& x,
    const dnnl::memory::desc& weights, const dnnl::memory::desc& bias, const dnnl::memory::desc& y,
    const dnnl::primitive_attr& attributes)
{
    return {engine, x, weights, bias, y, attributes};
}
inline void appendFunction(dnnl::post_ops& after, dnnl::algorithm function, float alpha)
{
    after.append_eltwise(function, alpha, 0.0F);
}
#else
inline dnnl::matmul::primitive_desc describeMatmul(const dnnl::engine& engine, const dnnl::memory::desc& x,
    const dnnl::memory::desc& weights, const dnnl::memory::desc& bias, const dnnl::memory::desc& y,
    const dnnl::primitive_attr& attributes)
{
    return {dnnl::matmul::desc(x, weights, bias, y), attributes, engine};
}
inline void appendFunction(dnnl::post_ops& after, dnnl::algorithm function, float alpha)
{
    after.append_eltwise(1.0F, function, alpha, 0.0F);
}
#endif

}
