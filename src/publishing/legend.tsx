import type { Attribute } from '../model/record.js'
import { StatusMark } from './marks.js'
import { type Scale, Strip } from './strip.js'

const day = 86_400_000
const scale: Scale = {
  from: Date.UTC(2025, 0, 1),
  to: Date.UTC(2025, 0, 1) + day,
  marks: [0, 6, 12, 18, 24].map((hour) => ({ at: Date.UTC(2025, 0, 1, hour), label: String(hour) })),
}

function time(status: Attribute['status'], ...values: readonly string[]): Attribute {
  return { status, values: values.map((value) => ({ value, statements: [], origins: [] })) }
}

/** What the marks mean; explained once, on the timeline. */
export function Legend() {
  return (
    <section class="legend" id="marks" aria-labelledby="marks-h">
      <h2 id="marks-h">What the marks mean</h2>
      <dl>
        <dt>
          <span class="dots" aria-hidden="true">
            <i class="full" />
            <i class="full" />
          </span>
          <span class="vh">Two dots</span>
        </dt>
        <dd>Two independent origins. Outlets that rest on the same source count once.</dd>
        <dt>
          <span class="dots" aria-hidden="true">
            <i class="hollow" />
          </span>
          <span class="vh">A ring</span>
        </dt>
        <dd>An origin that only ever hedges.</dd>
        <dt>
          <span class="dots" aria-hidden="true">
            <i class="perhaps" />
          </span>
          <span class="vh">A dotted ring</span>
        </dt>
        <dd>An unnamed source that may be one of the others: the count is a range.</dd>
        <dt>
          <StatusMark status="agreed" />
        </dt>
        <dd>Two origins or more, no rival account.</dd>
        <dt>
          <StatusMark status="single" />
        </dt>
        <dd>One origin, however many outlets carry it.</dd>
        <dt>
          <StatusMark status="disputed" />
        </dt>
        <dd>Accounts that cannot both be true.</dd>
        <dt>
          <StatusMark status="unknown" />
        </dt>
        <dd>Nobody here says. It may still have happened.</dd>
        <dt>
          <Strip time={time('single', '2025-01-01T09:30')} scale={scale} />
          <span class="vh">A tick</span>
        </dt>
        <dd>A moment.</dd>
        <dt>
          <Strip time={time('single', '2025-01-01T12:00/2025-01-01T18:00')} scale={scale} />
          <span class="vh">A bar</span>
        </dt>
        <dd>Some time within this extent.</dd>
        <dt>
          <Strip time={time('disputed', '2025-01-01T09:30', '2025-01-01T00:00/2025-01-01T06:00')} scale={scale} />
          <span class="vh">Two, one above the other</span>
        </dt>
        <dd>Rival times, the one with most origins first.</dd>
      </dl>
    </section>
  )
}
