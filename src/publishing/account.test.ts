import { describe, expect, it } from 'vitest'
import { attribute, eventOf, harbourCase, unknown, value } from '../../test/harbour-case.js'
import type { Event } from '../model/record.js'
import { eventNoun, sayingOf } from './account.js'
import { lookUp } from './lookup.js'
import { disputesPage, entityPage, originsPage, procedurePage, reportPage, timelinePage } from './pages.js'

const lookup = lookUp(harbourCase())
const saying = (given: Partial<Event>) => sayingOf(eventOf('x', 'arrest', given), lookup)
const reker = (origins: readonly string[]) => attribute(origins.length > 1 ? 'agreed' : 'single', value('Tomas Reker', [], origins))

describe('what accounts say, in a sentence', () => {
  it('one origin is named', () => {
    expect(saying({ happened: attribute('single', value('true', [], ['Coastal Wire'])), patient: reker(['Coastal Wire']) })).toBe(
      'According to Coastal Wire, Tomas Reker was arrested.',
    )
  })

  it('“all” stands only where nobody differs and everybody gives the whole', () => {
    const three = ['A', 'B', 'C']
    expect(saying({ happened: attribute('agreed', value('true', [], three)), patient: reker(three) })).toBe(
      'All three origins say that Tomas Reker was arrested.',
    )
    expect(saying({ happened: attribute('agreed', value('true', [], three)), patient: reker(['A']) })).toBe(
      'Three origins say, not all in the same detail, that Tomas Reker was arrested.',
    )
  })

  it('a hedge that every origin keeps is kept', () => {
    expect(saying({ happened: attribute('single', value('true', [], ['A'], { hedged: true })), patient: reker(['A']) })).toBe(
      'According to A, hedged in its own words, Tomas Reker was arrested.',
    )
  })

  it('whether it happened, where accounts differ, is told by both sides', () => {
    const happened = attribute('disputed', value('true', [], ['A']), value('false', [], ['B']))
    expect(saying({ happened, patient: reker(['A']) })).toBe('According to A, Tomas Reker was arrested. According to B, that is not so.')
  })

  it('what is only said not to have happened is told so, and named so', () => {
    const denied = { happened: attribute('single', value('false', [], ['A'])), patient: reker(['A']) }
    expect(saying(denied)).toBe('According to A, Tomas Reker was not arrested.')
    expect(eventNoun(eventOf('x', 'arrest', denied))).toBe('Arrest: said not to have happened')
  })

  it('a disputed party is not in the sentence', () => {
    const rivals = attribute('disputed', value('port police', [], ['A']), value('coastguard', [], ['B']))
    expect(saying({ happened: attribute('agreed', value('true', [], ['A', 'B'])), agent: rivals, patient: reker(['A', 'B']) })).toBe(
      'According to A and B, Tomas Reker was arrested.',
    )
  })

  it('what nobody says is not told as false', () => {
    expect(saying({ happened: unknown, patient: reker(['A']) })).toBe('No account read says whether Tomas Reker was arrested.')
  })
})

describe('what pages say', () => {
  const view = harbourCase()
  const [lamp] = view.record.reports

  it('every quotation on the timeline leads to its passage in its report', () => {
    const page = timelinePage(view)
    for (const { id, report, state } of view.record.statements) {
      const told = view.record.events.some(({ statements, type }) => type !== 'role' && statements.includes(id))
      if (told && state !== 'rejected') expect(page).toContain(`href="/report/${report}#${id.replace(':', '-')}"`)
    }
  })

  it('a rejected statement supports nothing on the timeline', () => {
    const rejected = view.record.statements.find(({ state }) => state === 'rejected')
    expect(timelinePage(view)).not.toContain(`#${rejected?.id.replace(':', '-')}"`)
  })

  it('a reader’s comment and a teaser are shown set aside, with nothing read from them', () => {
    const page = reportPage(view, lamp?.id ?? 'sha256:')
    expect(page).toMatch(/class="passage furniture"[^>]*>.*Set aside: reader’s comment.*He is a crook/s)
    expect(page).toContain('It points to another story. Nothing is read from it.')
  })

  it('a hedge is marked in the text where it stands, and kept with the statement as printed', () => {
    const page = reportPage(view, lamp?.id ?? 'sha256:')
    expect(page).toMatch(/<span class="told is-proposed"[^>]*><span class="hedge">may<\/span> have been warned/)
    expect(page).toMatch(/hedged: <span class="hedge">may<\/span>/)
    expect(timelinePage(view)).toContain('hedged: “may”')
  })

  it('accept, reject and correct stand beside a proposal; undo beside what is decided', () => {
    const page = reportPage(view, lamp?.id ?? 'sha256:')
    const article = (state: string) => page.split('<article').find((part) => part.includes(`class="statement ${state}"`)) ?? ''
    expect(article('proposed')).toMatch(/value="accept".*value="reject".*Correct/s)
    expect(article('accepted')).toMatch(/value="undo"/)
    expect(article('accepted')).not.toMatch(/value="accept"/)
  })

  it('after a decision the page goes on to the next statement that waits', () => {
    const page = reportPage(view, lamp?.id ?? 'sha256:')
    const waiting = view.record.statements.filter(({ report, state }) => report === lamp?.id && state === 'proposed')
    const first = page.split('<article').find((part) => part.includes(`value="${waiting[0]?.id}"`)) ?? ''
    expect(first).toContain(`#about-${waiting[1]?.id.replace(':', '-')}"`)
  })

  it('a dispute shows both sides with who holds them, most origins first, and gives no verdict', () => {
    const page = disputesPage(view)
    expect(page).toMatch(/Where was the arrest\?.*fish market.*one origin.*his home.*one origin/s)
    expect(page).toContain('a count, not a verdict')
  })

  it('the same, not the same and unsure stand side by side, none before its time', () => {
    const page = entityPage(view, view.record.entities[0]?.id ?? 'en:')
    expect(page).toMatch(/value="same">Same.*value="not-same">Not the same.*value="unsure">Unsure/s)
    expect(page).not.toMatch(/class="main"[^>]*value="same"/)
  })

  it('an unverified step says so, a soft word gets a gap and no verdict, and none of it is legal advice', () => {
    const page = procedurePage(view)
    expect(page).toContain('Not verified: nobody here has seen these words of the law')
    expect(page).toContain('3 hours 7 minutes')
    expect(page).toContain('It is not legal advice')
  })

  it('readings of one step stand side by side under one quotation of the law', () => {
    const step =
      procedurePage(view)
        .split('<article class="step"')
        .slice(1)
        .find((part) => part.includes('Judge hears')) ?? ''
    expect(step.match(/class="law"/g)).toHaveLength(1)
    expect(step.match(/class="reading"/g)).toHaveLength(2)
  })

  it('a copy is told as a copy and leads back to its original’s sources', () => {
    expect(originsPage(view)).toMatch(/صوت البحر<\/bdi><\/a> prints the text of <a[^>]*><bdi>The Evening Lamp/)
  })
})
