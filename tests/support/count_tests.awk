# tests/support/count_tests.awk: `ctest -V` output → every failed test's own lines, then "N passed, N failed, N skipped".
# GoogleTest and Qt Test say how many cases an executable ran; anything else counts as one.
/^[0-9]+: / {
    number = $1
    sub(/:$/, "", number)
    lines[number] = lines[number] $0 "\n"
    if (/\[  PASSED  \] [0-9]+ test/)      { cases[number] = 1; passed[number] += field_after("[  PASSED  ] ") }
    else if (/\[  SKIPPED \] [0-9]+ test/) { skipped[number] += field_after("[  SKIPPED ] ") }
    else if (/\[  FAILED  \] [A-Za-z_]+[.\/]/) { failed[number]++ }  # brief output names each failed test once
    else if (/Totals: [0-9]+ passed, [0-9]+ failed, [0-9]+ skipped/) {
        cases[number] = 1
        passed[number] += field_after("Totals: ")
        failed[number] += field_after(" passed, ")
        skipped[number] += field_after(" failed, ")
    }
    next
}
/^ *[0-9]+\/[0-9]+ Test +#/ {
    number = $0
    sub(/^.*Test +#/, "", number)
    number += 0
    if (/\*\*\*Skipped|Not Run/) { all_skipped++; forget(number); next }
    bad = !/ Passed /
    if (bad) {
        printf "\n%s\n%s", $0, lines[number]
        if (!failed[number]) failed[number] = 1  # a crash, a time-out, a script
    } else if (!cases[number]) {
        passed[number] = 1
    }
    all_passed += passed[number]; all_failed += failed[number]; all_skipped += skipped[number]
    forget(number)
}
END {
    if (status != 0 && all_failed == 0) all_failed = 1
    printf "%d passed, %d failed, %d skipped\n", all_passed, all_failed, all_skipped + left_out
    exit all_failed > 0
}
# The number after a fixed piece of text.
function field_after(text) { return substr($0, index($0, text) + length(text)) + 0 }
function forget(n) { delete lines[n]; delete cases[n]; delete passed[n]; delete failed[n]; delete skipped[n] }
