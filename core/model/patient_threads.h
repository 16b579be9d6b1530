// core/model/patient_threads.h: waiting threads that give their processor away.
#pragma once

namespace patchlight
{

/// Makes the threads of OpenMP's pool sleep after some ten microseconds of waiting. GNU's library lets them spin for
/// longer than a time slice, unless more threads live than there are processors; then whatever else runs on the
/// machine makes a small network's forward fifty times slower, since every layer waits for a thread that the spinning
/// ones keep from running. One parked thread more than the processors is all it asks for. Later calls do nothing; so
/// does the first where OMP_WAIT_POLICY or GOMP_SPINCOUNT say what the user wants.
void keepThreadsPatient();

}
