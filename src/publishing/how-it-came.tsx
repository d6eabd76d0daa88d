import type { Observation } from '../model/decision.js'
import type { CaseView, RecordReport } from '../model/record.js'
import type { Quote, ReadReport } from '../model/report.js'
import { blockId, passageBlockAddress, reportAddress, shownBlocks } from './addresses.js'
import type { Lookup } from './lookup.js'
import { provenanceOf } from './provenance.js'
import { capital, counted, momentInWords, onOneLine, reportName, setting, shortDigest } from './words.js'

/** How a report came and what became of its page: who took it in, over which addresses, other captures of it, what its address gave later. */
export function HowItCame({ report, view, lookup }: { readonly report: RecordReport; readonly view: CaseView; readonly lookup: Lookup }) {
  const provenance = provenanceOf(view)
  const line = provenance.intakeOf(report.id)
  const versions = provenance.versionsOf(report.id)
  const observed = provenance.observedOf(report.id)
  const transcript = provenance.transcriptOf(report.id)
  if (line === undefined) return null
  const headFrom = Object.entries(lookup.read(report.id)?.headFrom ?? {})
  const { capture, within, name, bytes, mediaType } = line.entry
  return (
    <section aria-labelledby="came">
      <h2 id="came">How it came</h2>
      <ul class="log compact">
        <li>
          Taken in by <bdi>{line.who}</bdi>, {momentInWords(line.when)}, as <bdi>{name}</bdi>, {bytes.toLocaleString('en')} bytes,{' '}
          {mediaType}, on line {line.line} of the log.
        </li>
        {headFrom.length === 0 ? null : (
          <li>What it says of itself was found: {headFrom.map(([field, where]) => `${field}, ${where}`).join('; ')}.</li>
        )}
        {capture === undefined ? null : (
          <li>
            Asked for <span class="digest">{capture.address}</span>, answered with status {capture.status}, {momentInWords(capture.at)}
            {capture.redirects.length + Number(capture.final !== capture.address) === 0 ? null : (
              <>
                , by way of <span class="digest">{[...capture.redirects, capture.final].join(' → ')}</span>
              </>
            )}
            .
          </li>
        )}
        {within === undefined ? null : (
          <li>
            It was taken out of another file, <span class="digest">{shortDigest(within)}</span>.
          </li>
        )}
        {transcript === undefined ? null : (
          <li>
            Its text was given by <bdi>{transcript.who}</bdi>, {momentInWords(transcript.when)}, as <bdi>{transcript.entry.name}</bdi>: the
            file itself holds none.
          </li>
        )}
      </ul>
      {versions.length === 0 ? null : (
        <>
          <h3 id="versions">{capital(counted(versions.length, 'other capture'))} of the same address</h3>
          <p class="note">Each is kept as a report of its own; the outlet counts once.</p>
          <ul class="log compact">
            {versions.map(({ entry, when }) => {
              const other = lookup.report(entry.report)
              return (
                <li>
                  <a href={reportAddress(entry.report)}>
                    <bdi>{other === undefined ? entry.name : reportName(other)}</bdi>
                  </a>
                  , taken in {momentInWords(when)}
                  {entry.versionOf === undefined ? ', the first' : ''} <span class="digest">{shortDigest(entry.report)}</span>
                </li>
              )
            })}
          </ul>
        </>
      )}
      {observed.length === 0 ? null : (
        <>
          <h3 id="observed">What the address gave later</h3>
          <ul class="log compact">
            {observed.map((one) => (
              <li>
                {momentInWords(one.at)}: <strong>{outcomeWords[one.outcome]}</strong>. {one.message}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** Gone is not "could not be reached", and neither is "forbidden". */
export const outcomeWords: Readonly<Record<Observation['outcome'], string>> = {
  gone: 'gone',
  forbidden: 'forbidden',
  unreached: 'could not be reached',
  'not-what-it-was': 'something else stands there',
  unchanged: 'unchanged',
  polled: 'asked for news',
}

/** What an outlet did to a text it took over: how much is the original's, what it added, what it left out. */
export function ChangedInCopy({ report, lookup }: { readonly report: RecordReport; readonly lookup: Lookup }) {
  const { copy } = report
  const original = copy === undefined ? undefined : lookup.report(copy.of)
  if (copy === undefined || original === undefined) return null
  return (
    <section aria-labelledby="copy">
      <h2 id="copy">What it took over, and what it changed</h2>
      <p>
        {sharePercent(copy.share)} of its text stands in{' '}
        <a href={reportAddress(original.id)}>
          <bdi>{reportName(original)}</bdi>
        </a>
        .
      </p>
      <Changed title="Added here" quotes={copy.added} report={report} lookup={lookup} />
      <Changed title="Left out of the original" quotes={copy.leftOut} report={original} lookup={lookup} />
    </section>
  )
}

/** "91 in 100". */
export function sharePercent(share: number): string {
  return `${Math.round(share * 100)} in 100`
}

function Changed({
  title,
  quotes,
  report,
  lookup,
}: {
  readonly title: string
  readonly quotes: readonly Quote[]
  readonly report: RecordReport
  readonly lookup: Lookup
}) {
  const read = lookup.read(report.id)
  if (quotes.length === 0) return <p class="note">{title}: nothing.</p>
  return (
    <details>
      <summary>
        {title}: {counted(quotes.length, 'sentence')}
      </summary>
      <ul class="says">
        {quotes.map(({ exact, start }) => (
          <li>
            <q {...setting(report.language)}>
              {read === undefined ? (
                onOneLine(exact)
              ) : (
                <a class="passage-link" href={passageBlockAddress(read, start)}>
                  {onOneLine(exact)}
                </a>
              )}
            </q>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The blocks in which an outlet says that it amended its text. */
export function correctionsIn(read: ReadReport): readonly { readonly id: string; readonly start: number; readonly words: string }[] {
  return shownBlocks(read)
    .filter(({ kind }) => kind === 'correction')
    .map((block) => ({ id: blockId(block), start: block.start, words: onOneLine(read.text.slice(block.start, block.end)) }))
}
