/* For tests under a Wine older than 8.1, which has no bcryptprimitives.dll: Rust's standard library takes its random numbers
   from there. Never shipped: Windows has its own. */
#include <windows.h>

/* advapi32's RtlGenRandom, under its real name. */
BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length)
{
    return SystemFunction036(buffer, (ULONG)length);
}
