// Swift's Mutex waits in a part of the runtime that is compiled without ThreadSanitizer. What one
// thread did before it let go of a contended lock would thus look unordered with what the next one
// does. These functions stand before those of the runtime, call them, and tell the order by atomic
// operations that change nothing.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context)) void *
#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

// The lock is the first thing in the mutex, a futex of 32 bits.
SWIFT void lock_slow(uint32_t thread, SELF mutex) __asm__(LOCK);
SWIFT void lock_slow(uint32_t thread, SELF mutex) {
  ((SWIFT void (*)(uint32_t, SELF))dlsym(RTLD_NEXT, LOCK))(thread, mutex);
  __atomic_fetch_add((int32_t *)mutex, 0, __ATOMIC_ACQUIRE);
}

SWIFT void unlock_slow(SELF mutex) __asm__(UNLOCK);
SWIFT void unlock_slow(SELF mutex) {
  __atomic_fetch_add((int32_t *)mutex, 0, __ATOMIC_RELEASE);
  ((SWIFT void (*)(SELF))dlsym(RTLD_NEXT, UNLOCK))(mutex);
}
