export const mediaTypes = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  mail: 'message/rfc822',
  mhtml: 'multipart/related',
} as const
export type MediaType = (typeof mediaTypes)[keyof typeof mediaTypes]

/** How far into a file its format is looked for: PDF allows its mark within the first 1024 bytes, and HTML's first element comes sooner. */
const headBytes = 1024

/** Each byte as the sign of its number. TextDecoder's latin1 is Windows-1252, which moves some. */
const latin = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

/** Formats that hold no report we can read, by their first bytes, with the word a person uses for them. */
const otherFormats: readonly (readonly [name: string, mark: RegExp])[] = [
  ['a PNG picture', /^\x89PNG/],
  ['a JPEG picture', /^\xff\xd8\xff/],
  ['a GIF picture', /^GIF8/],
  ['a WebP, WAV or AVI file', /^RIFF/],
  ['a gzip archive, to be unpacked first', /^\x1f\x8b/],
  ['an RTF document', /^\{\\rtf/],
  ['an old Word, Excel or PowerPoint file', /^\xd0\xcf\x11\xe0/],
  ['a film or sound file', /^(?:ID3|\x00\x00\x00.ftyp|OggS|\x1aE\xdf\xa3)/],
  ['a program', /^(?:\x7fELF|MZ\x90)/],
]

/** What the bytes are: one of the formats we read, or the name of another. Content decides; the name only tells Markdown from plain text. */
export function formatOf(bytes: Uint8Array, name: string): { readonly type: MediaType } | { readonly other: string } {
  const head = latin(bytes.subarray(0, headBytes))
  if (head.includes('%PDF-')) return { type: mediaTypes.pdf }
  if (head.startsWith('PK\x03\x04'))
    return wordInZip(bytes) ? { type: mediaTypes.docx } : { other: 'a ZIP archive without a Word document' }
  const other = otherFormats.find(([, mark]) => mark.test(head))
  if (other !== undefined) return { other: other[0] }
  const text = head.replace(/\u0000/g, '').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '') // UTF-16 shows as ASCII between NULs
  if (isHtml(text, name)) return { type: mediaTypes.html }
  if (isMail(text)) return { type: isMhtml(text) ? mediaTypes.mhtml : mediaTypes.mail }
  if (isBinary(bytes)) return { other: 'a binary file of no known format' }
  return { type: /\.(?:md|markdown)$/i.test(name) ? mediaTypes.markdown : mediaTypes.text }
}

/** What holds reports rather than being one. A mail is both: it may carry some. */
export type Container = 'zip' | 'gzip' | 'warc' | 'mail' | 'lines' | 'feed'

/** The kind of container that the bytes are, or null when they are a report by themselves, or nothing we read. Content decides. */
export function containerOf(bytes: Uint8Array, name: string): Container | null {
  const head = latin(bytes.subarray(0, headBytes))
  if (head.startsWith('PK\x03\x04')) return wordInZip(bytes) ? null : 'zip'
  if (head.startsWith('\x1f\x8b')) return /\.warc\.gz$/i.test(name) ? 'warc' : 'gzip'
  if (head.startsWith('WARC/1.')) return 'warc'
  const text = head.replace(/^\xef\xbb\xbf/, '').trimStart()
  if (isFeed(text)) return 'feed'
  if (isCrawlersLine(bytes, text)) return 'lines'
  const format = formatOf(bytes, name)
  return 'type' in format && format.type === mediaTypes.mail ? 'mail' : null
}

/** An RSS or Atom feed's root stands behind at most a declaration, comments and a style sheet. */
const isFeed = (head: string) =>
  /^<(?:\?xml|rss|feed|rdf:RDF)[\s>]/.test(head) && /<(?:rss|rdf:RDF)[\s>]|<feed[\s>][^>]{0,300}Atom/i.test(head)

/** A line longer than this is looked at no further: its fields' names stand at its start, where crawlers put the address. */
const longestField = 4096

/** A first line that opens as an object and names an address and what stood there. */
function isCrawlersLine(bytes: Uint8Array, head: string): boolean {
  if (!/^\{\s*"/.test(head)) return false
  const end = bytes.indexOf(0x0a)
  const line = latin(end === -1 ? bytes : bytes.subarray(0, end)).trim()
  return line.endsWith('}') && /"url"\s*:/.test(line.slice(0, longestField) + line.slice(-longestField)) && /"(?:html|text)"\s*:/.test(line)
}

/** A ZIP's list of contents stands at its end, its first entries at its start; Word's part is named in both. */
function wordInZip(bytes: Uint8Array): boolean {
  const near = 64 * 1024 // the list of a Word file's few dozen parts is some kilobytes
  return latin(bytes.subarray(0, near)).includes('word/') || latin(bytes.subarray(-near)).includes('word/document.xml')
}

function isHtml(head: string, name: string): boolean {
  const bare = head.replace(/^(?:\s|<\?xml[^>]*>|<!--[\s\S]*?-->)*/i, '')
  if (/^<!doctype html|^<(?:html|head|body|title|meta|link|base|script|style|article|main|section|div|table|h1|p)[\s>]/i.test(bare))
    return true
  if (/<(?:html|head|body|title|meta)[\s>]/i.test(bare) && bare.startsWith('<')) return true
  return /\.x?html?$/i.test(name) && /<[a-z]+[\s>/]/i.test(bare)
}

/** Header lines before anything else, with one that only mail has, and a second. */
function isMail(head: string): boolean {
  const headers = head.split(/\r?\n\r?\n/)[0] ?? ''
  const names = [...headers.matchAll(/^([A-Za-z][A-Za-z-]*):[ \t]/gm)].map((match) => (match[1] ?? '').toLowerCase())
  const lines = headers.split(/\r?\n/).filter((line) => !/^[ \t]/.test(line))
  const ofMail = [
    'received',
    'return-path',
    'mime-version',
    'message-id',
    'delivered-to',
    'dkim-signature',
    'content-type',
    'x-mozilla-status',
  ]
  return names.length >= 2 && names.length >= lines.length - 1 && ofMail.some((name) => names.includes(name))
}

/** A page saved by a browser with its pictures: a mail in form, marked as made of parts that belong together, and by the page it was saved from. */
const isMhtml = (head: string) =>
  /^content-type:\s*multipart\/related/im.test(head) && /^(?:snapshot-content-location:|content-location:|from:\s*<?saved by)/im.test(head)

/** Text has hardly any control characters; UTF-16 is told by its mark before. A tenth allows a damaged file and no picture. */
function isBinary(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return false
  const sample = bytes.subarray(0, 8 * headBytes)
  let control = 0
  for (const byte of sample) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) control++
  return control * 10 > sample.length
}
