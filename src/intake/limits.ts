const mebibyte = 1024 * 1024

/** What intake takes at most. Whatever goes beyond is refused or cut with a note that says so; docs/limits.md lists them all. */
export const limits = {
  /** Bytes of one report: the largest news page in our samples has 1.5 MB; a report of hundreds of pages as PDF stays below. */
  reportBytes: 64 * mebibyte,
  /** Bytes of one archive (ZIP, WACZ, mail, crawlers' lines) held in memory. A WARC by itself is read as a stream and may be of any size. */
  archiveBytes: 512 * mebibyte,
  /** Bytes that one source may unpack to, all parts and levels together: a ZIP of its limit's size, pressed ten to one as text is, would be refused, and half of one is not. */
  unpackedBytes: 2048 * mebibyte,
  /** Reports out of one source: a crawl of a newspaper's year. */
  parts: 100_000,
  /** Archives within archives: a mail in a ZIP, with a ZIP attached, holding a mail. */
  depth: 4,
  /** Bytes one answer from the network may bring, unpacked. */
  answerBytes: 32 * mebibyte,
  /** A server that says nothing for so long is not going to. */
  silenceMs: 20_000,
  /** The whole of one answer: 32 MiB at 300 kB/s. */
  answerMs: 120_000,
  /** Browsers stop at 20; a newspaper's page takes at most three. */
  redirects: 5,
  /** Between two questions to one host, unless its robots.txt asks for longer: what polite crawlers keep. */
  pauseMs: 1000,
  /** A robots.txt may ask for so much patience; more would be a refusal in disguise. */
  longestPauseMs: 30_000,
  /** RFC 9309 asks crawlers to read at least so much of a robots.txt. */
  robotsBytes: 500 * 1024,
} as const
