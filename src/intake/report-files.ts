/** The endings of files that can hold a report or several. Text is looked at before it is believed: the content decides the format, the ending only who is asked. */
const reportEndings = 'txt text md markdown html htm xhtml pdf docx eml mht mhtml warc wacz gz zip jsonl ndjson rss atom xml'.split(' ')

const baseOf = (name: string) => name.split(/[\\/]/).at(-1) ?? name
const endingOf = (name: string) => /\.([^.]+)$/.exec(baseOf(name))?.[1]?.toLowerCase() ?? ''

/** Whether a file of this name is passed over on purpose: `README*`, hidden files (or in a hidden folder), and `.json` files, sidecars among them. */
export function isPassedOver(name: string): boolean {
  const hidden = name.split(/[\\/]/).some((part) => part.startsWith('.') && part !== '.' && part !== '..')
  return hidden || /^readme/i.test(baseOf(name)) || endingOf(name) === 'json'
}

/** Whether a file of this name is one of a folder's reports. */
export function isReportFile(name: string): boolean {
  return !isPassedOver(name) && reportEndings.includes(endingOf(name))
}

/** The sidecar's name beside a report: `story.html` has `story.meta.json`. */
export function sidecarNameOf(name: string): string {
  const ending = endingOf(name)
  return `${ending === '' ? name : name.slice(0, -(ending.length + 1))}.meta.json`
}
