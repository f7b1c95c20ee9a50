internal import CNettle

/// Digests of bytes, which stand for them where the bytes themselves are too long.
package enum Digest {
  /// The 32 bytes of SHA-256 (FIPS 180-4).
  package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    nettle_sha256_update(&context, bytes.count, bytes)
    return [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_SIZE)) { buffer, count in
      nettle_sha256_digest(&context, Int(SHA256_DIGEST_SIZE), buffer.baseAddress)
      count = Int(SHA256_DIGEST_SIZE)
    }
  }

  /// The 20 bytes of SHA-1 (FIPS 180-4), which no longer keeps a secret but still names things.
  package static func sha1(_ bytes: [UInt8]) -> [UInt8] {
    var context = sha1_ctx()
    nettle_sha1_init(&context)
    nettle_sha1_update(&context, bytes.count, bytes)
    return [UInt8](unsafeUninitializedCapacity: Int(SHA1_DIGEST_SIZE)) { buffer, count in
      nettle_sha1_digest(&context, Int(SHA1_DIGEST_SIZE), buffer.baseAddress)
      count = Int(SHA1_DIGEST_SIZE)
    }
  }
}
