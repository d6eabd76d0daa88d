import { expect, it } from 'vitest'
import { parseCounting } from './counting.js'
import { parseProcedure } from './procedures.js'

const counting = parseCounting(
  `
calendars: []
rules:
  - { id: plain, says: calendar days, basis: none, confidence: A, by: days, units: [d] }
`,
  'counting.yaml',
)

const head = `id: xx-law
title: A law
jurisdiction: Ruritania
asOf: "2025-01-01"
lang: en
zone: Europe/Rome
proposedWhen: { names: [[Ruritania]] }
opens:
  - { type: arrest }
roles:
  - { id: court, is: the court, names: [court] }
steps:
`

const step = (more = '', omit = '') =>
  [
    '  - id: a',
    '    what: told',
    '    who: court',
    '    met: [{ type: hearing, agent: court }]',
    '    effect: none',
    '    basis: Act 1',
    '    quote: shall be told',
    '    source: example.org',
    '    confidence: A',
    more,
  ]
    .filter((line) => line !== '' && (omit === '' || !line.includes(`${omit}:`)))
    .join('\n')

const mistake = (yaml: string): string => {
  try {
    parseProcedure(head + yaml, 'xx/pack.yaml', counting)
  } catch (error) {
    return (error as Error).message
  }
  return 'no mistake found'
}

it('a pack that is right loads, with one role as good as a list of one', () => {
  const pack = parseProcedure(head + step('    deadline: { amount: 10d, rule: plain }'), 'xx/pack.yaml', counting)
  expect(pack.steps[0]?.met[0]?.agent).toEqual(['court'])
  expect(pack.steps[0]?.deadline).toMatchObject({ kind: 'ceiling', amount: { n: 10, unit: 'd' }, rule: { id: 'plain' } })
})

it.each(['basis', 'quote', 'source'])('a step without its %s does not load', (field) => {
  expect(mistake(step('', field))).toContain(`steps.0.${field}`)
})

it('a step whose words nobody has seen says why instead of quoting', () => {
  const pack = parseProcedure(head + step('    unseen: the article was not obtained', 'quote'), 'xx/pack.yaml', counting)
  expect(pack.steps[0]).toMatchObject({ quote: '', unseen: 'the article was not obtained', lang: 'en' })
  expect(mistake(step('    unseen: and yet quoted'))).toContain('either "quote"')
})

it('a quote of more than twenty words does not load', () => {
  expect(mistake(step().replace('shall be told', Array(21).fill('word').join(' ')))).toContain('at most 20 words')
})

it.each([
  [
    'an unknown event type',
    step().replace('type: hearing', 'type: picnic'),
    ['line 16', 'steps.0.met.0.type', '"hearing"', 'given: "picnic"'],
  ],
  ['an unknown role', step().replace('agent: court', 'agent: jury'), ['line 16', 'no role "jury"', 'court']],
  ['an unknown step', step('    requires: [b]'), ['line 22', 'no step "b"', 'allowed: a']],
  ['an unknown reading', step('    under: { R-X: {} }'), ['line 22', 'no reading "R-X"']],
  [
    'an unknown counting rule',
    step('    deadline: { amount: 10d, rule: lunar }'),
    ['line 22', 'no counting rule of that name', 'allowed: plain', 'given: "lunar"'],
  ],
  ['a unit the rule does not count', step('    deadline: { amount: 48h, rule: plain }'), ['plain does not count in h', 'allowed: d']],
  ['a malformed amount', step('    deadline: { amount: ten days, rule: plain }'), ['48h, 10d, 2mo, 1y', 'given: "ten days"']],
  ['an unknown effect', step().replace('effect: none', 'effect: doom'), ['line 17', 'release_mandatory', 'given: "doom"']],
  ['an unknown key', step('    colour: red'), ['"colour"']],
  ['a clock that starts with its own end', step('    starts: [{ limit: a }]'), ['starts with its own end']],
  ['a step called twice', `${step()}\n${step()}`, ['two steps are called "a"']],
])('%s is told with its line, path and what is allowed', (_, yaml, parts) => {
  const message = mistake(yaml)
  for (const part of parts) expect(message).toContain(part)
  expect(message).toContain('xx/pack.yaml, line ')
})

it('what is no YAML is told with its line', () => {
  expect(mistake('  - id: [a\n')).toContain('xx/pack.yaml, line ')
})
