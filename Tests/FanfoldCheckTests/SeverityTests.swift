import FanfoldCheck
import Testing

@Suite struct SeverityTests {
  @Test("the grave come before the mild")
  func order() {
    #expect(Severity.allCases.map(\.rawValue) == ["FATAL", "ERROR", "WARNING", "INFO", "USAGE"])
  }
}
