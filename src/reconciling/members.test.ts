import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KnownName } from './known-name.js'
import { countOf, hasMember, type Members, membersOf, withMember, withoutMember } from './members.js'
import type { PartyUse } from './party-names.js'

describe('a set in as little room as it needs', () => {
  it('holds what a set holds, whatever comes and goes', () => {
    const steps = fc.array(fc.tuple(fc.boolean(), fc.nat({ max: 14 })), { maxLength: 80 })
    fc.assert(
      fc.property(steps, (taken) => {
        let members: Members<string>
        const plain = new Set<string>()
        for (const [comes, at] of taken) {
          const thing = `thing ${at}`
          members = comes ? withMember(members, thing) : withoutMember(members, thing)
          if (comes) plain.add(thing)
          else plain.delete(thing)
          expect([...membersOf(members)].sort()).toEqual([...plain].sort())
          expect(countOf(members)).toBe(plain.size)
          expect(hasMember(members, thing)).toBe(plain.has(thing))
        }
      }),
      { seed: 7 },
    )
  })
  it('a list is made anew, so that whoever goes through it misses nothing', () => {
    const before = withMember(withMember(undefined, 'a'), 'b')
    withMember(before, 'c')
    expect([...membersOf(before)]).toEqual(['a', 'b'])
  })
})

describe('a name of the record', () => {
  const use = (report: `sha256:${number}`, name: string, forms: readonly string[] = [name]): PartyUse => ({
    report,
    party: { kind: 'person', name, forms },
    context: [],
  })
  const shown = (known: KnownName) => [known.name, [...known.forms].map(([form, reports]) => [form, [...reports].sort()])]

  it('that is written in another way by a later report keeps which report writes it how', () => {
    const known = new KnownName('person hissene habre', 'person')
    expect(known.add(use('sha256:1', 'Hissene Habre'))).toBe(true)
    expect(known.add(use('sha256:2', 'Hissene Habre'))).toBe(false)
    expect(known.add(use('sha256:3', 'Hissène Habré', ['Habré', 'Hissène Habré']))).toBe(true)
    expect(shown(known)).toEqual([
      'Hissène Habré',
      [
        ['Habré', ['sha256:3']],
        ['Hissene Habre', ['sha256:1', 'sha256:2']],
        ['Hissène Habré', ['sha256:3']],
      ],
    ])
  })
  it('is as it was before when that report goes again', () => {
    const known = new KnownName('person hissene habre', 'person')
    known.add(use('sha256:1', 'Hissene Habre'))
    known.add(use('sha256:3', 'Hissène Habré', ['Habré']))
    expect(known.remove(use('sha256:3', 'Hissène Habré', ['Habré']))).toBe(true)
    expect(shown(known)).toEqual(['Hissene Habre', [['Hissene Habre', ['sha256:1']]]])
  })
  it('that no report uses any more is used by none and called nothing', () => {
    const known = new KnownName('person dravic', 'person')
    known.add(use('sha256:1', 'Dravic'))
    known.remove(use('sha256:1', 'Dravic'))
    expect([known.isUsed, known.name, known.reports.size]).toEqual([false, '', 0])
  })
})
