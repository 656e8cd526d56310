#if LIBFUZZER
  import Glibc

  /// The compiler's libFuzzer: it keeps what reaches new code, and goes on from there.
  enum Coverage {
    private typealias Target = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

    @_silgen_name("LLVMFuzzerRunDriver")
    private static func drive(
      _ count: UnsafeMutablePointer<CInt>,
      _ words: UnsafeMutablePointer<
        UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
      >,
      _ target: Target
    ) -> CInt

    nonisolated(unsafe) private static var target: FuzzTarget?

    static func run(_ target: FuzzTarget) -> Never {
      self.target = target
      // What is made once, such as a compiled pack, is no part of an input's time.
      if let first = target.seeds().first { target.run(first) }
      var count = CommandLine.argc
      var words = CommandLine.unsafeArgv
      exit(
        drive(&count, &words) { start, count in
          Coverage.target?.run(Array(UnsafeBufferPointer(start: start, count: count)))
          return 0
        })
    }
  }
#endif
