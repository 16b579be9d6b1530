#!/usr/bin/env python3
"""run.py [BUILD]: the engine's client, its worker, the jobs and the session, compiled with ThreadSanitizer and run.

Takes the compile commands of a finished release build (BUILD, default: build) for the sources named here, links them in
front of its libraries, and runs their tests without a display. Qt and the core are not instrumented: what Qt orders is
told by qt_order.cpp, and what it orders inside of itself is named in suppressions. Ends with 1 where anything is reported.
"""
import json
import os
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOP = HERE.parents[2]
BUILD = Path(sys.argv[1] if len(sys.argv) > 1 else TOP / "build").resolve()
OUT = BUILD / "thread_sanitizer"
WRAPPED = ("_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv",
           "_ZN11QThreadPool5startESt8functionIFvvEEi", "_ZN11QMetaObject8activateEP7QObjectPKS_iPPv",
           "_ZN7QObject11connectImplEPKS_PPvS1_S3_PN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPKiPK11QMetaObject")
TESTS = ("engine_client_test", "head_numbers_test", "latest_job_test", "session_test")
SOURCES = ("tests/support/thread_sanitizer/qt_order.cpp", "tests/window/support/fake_engine.cpp", "ui/adapter/engine_client.cpp",
           "ui/adapter/engine_worker.cpp", "ui/state/latest_job.cpp", "ui/state/head_maps.cpp", "ui/state/head_numbers_job.cpp",
           "ui/state/map_service.cpp", "ui/state/session.cpp", "ui/state/session_map.cpp", "ui/state/session_model.cpp",
           "ui/state/session_picture.cpp", "ui/state/session_interventions.cpp", "ui/state/faithfulness_check.cpp",
           "ui/state/logit_lens.cpp", "ui/state/inside_run.cpp", "ui/adapter/head_numbers.cpp")
WITH_SIGNALS = ("ui/adapter/engine_client.h", "ui/adapter/engine_worker.h")


def without(arguments, pairs, single=()):
    kept, skip = [], False
    for each in arguments:
        if skip:
            skip = False
        elif each in pairs:
            skip = True
        elif each not in single and not each.endswith(".o"):
            kept.append(each)
    return kept


def flags_of(test):
    commands = json.loads((BUILD / "compile_commands.json").read_text())
    command = next(c["command"] for c in commands if c["file"].endswith(f"tests/window/{test}.cpp"))
    return without(shlex.split(command)[1:], ("-o", "-c", "-include"), ("-fpch-preprocess", "-Winvalid-pch", "-O3"))


def compiled(source, test=TESTS[0]):
    made = OUT / (re.sub(r"\W+", "_", str(source)) + ".o")
    subprocess.run(["c++", *flags_of(test), "-fsanitize=thread", "-g1", "-O1", "-w", "-c", str(TOP / source), "-o", str(made)],
                   cwd=BUILD, check=True)
    return str(made)


def with_signals(header):
    source = OUT / f"moc_{Path(header).name}.cpp"
    subprocess.run([os.environ.get("MOC", "/usr/lib/qt6/libexec/moc"), f"-I{TOP}", "-p", str(Path(header).parent),
                    str(TOP / header), "-o", str(source)], check=True)
    return compiled(source)


def linked(test, objects):
    lines = subprocess.run(["ninja", "-C", str(BUILD), "-t", "commands", f"window_{test}"], capture_output=True, text=True,
                           check=True).stdout.splitlines()
    line = next(x for x in reversed(lines) if f"-o tests/window/window_{test} " in x)
    words = without(shlex.split(line[line.index("c++ "):].split(" && ")[0])[1:], ("-o",))
    program = OUT / test
    subprocess.run(["c++", "-fsanitize=thread", "-Wl,-z,muldefs", *(f"-Wl,--wrap={name}" for name in WRAPPED), *objects,
                    *words, "-o", str(program)], cwd=BUILD, check=True)
    return program


def reports(program):
    options = f"history_size=4 suppressions={HERE / 'suppressions'}"
    # Without a random layout: the sanitizer of GCC 12 does not know the one of newer kernels.
    ran = subprocess.run(["setarch", "-R", str(program)], capture_output=True, text=True, check=False, env={
        **os.environ, "TSAN_OPTIONS": options, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"})
    Path(f"{program}.log").write_text(ran.stdout + ran.stderr)
    totals = re.search(r"Totals: .*", ran.stdout)
    count = ran.stderr.count("WARNING: ThreadSanitizer")
    print(f"{program.name}: {totals.group() if totals else 'did not end'}; {count} reports")
    return count + (totals is None) + (" 0 failed" not in (totals.group() if totals else ""))


def main():
    OUT.mkdir(exist_ok=True)
    with ThreadPoolExecutor(2) as pool:
        own = list(pool.map(lambda test: compiled(f"tests/window/{test}.cpp", test), TESTS))
        shared = list(pool.map(compiled, SOURCES)) + list(pool.map(with_signals, WITH_SIGNALS))
    programs = [linked(test, [each, *shared]) for test, each in zip(TESTS, own)]
    return 1 if sum(reports(program) for program in programs) else 0


sys.exit(main())
