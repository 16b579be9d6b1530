# A program must end by itself with STATUS (a crash has another one) and say SAYS, a regular expression, in one line of
# standard error. ARGUMENTS are separated by |.
string(REPLACE "|" ";" arguments "${ARGUMENTS}")
execute_process(COMMAND "${PROGRAM}" ${arguments} RESULT_VARIABLE status ERROR_VARIABLE said)
if(NOT status STREQUAL STATUS)
    message(FATAL_ERROR "status ${status}, not ${STATUS}; it said: ${said}")
endif()
if(NOT said MATCHES "${SAYS}")
    message(FATAL_ERROR "it said: ${said}")
endif()
