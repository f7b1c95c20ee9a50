#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#endif

/// How many stories can be worked on at once.
package enum ProcessorCount {
  package static var usable: Int { max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN))) }
}
