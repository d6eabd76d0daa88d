import type { Knowledge, LanguagePack } from '../model/packs.js'
import type { ReadReport, Report } from '../model/report.js'
import { knownNameWords } from './known-names.js'
import { type OwnWords, withFirstPerson } from './parties/first-person.js'
import { readParties } from './parties.js'
import type { Parties, VoiceReading } from './parts.js'
import { readSentences } from './sentences.js'
import { readStatements } from './statements.js'
import { readTimes } from './times.js'
import { readVoices } from './voices.js'

/** Everything one report says, each part a small step on the one before: sentences, who is who, times, voices, statements. */
export function readReport(report: Report, language: LanguagePack, knowledge: Knowledge): ReadReport {
  const sentences = readSentences(report.text, report.blocks, language.syntax, knownNameWords(language, knowledge))
  const parties = readParties(report, sentences, language.names, knowledge)
  const times = readTimes(report, sentences, language.times)
  const voices = readVoices(report, sentences, parties, language.voices, knowledge, times)
  const speaking = withFirstPerson(parties, sentences, ownWords(voices, parties), language.names, report.report.outlet)
  const found = { report, sentences, parties: speaking, times, voices, timeWords: language.times }
  const statements = readStatements(found, language.happenings, knowledge)
  return {
    ...report,
    mentions: parties.mentions.flatMap(({ start, end, party, form }) => {
      const known = parties.parties[party]
      return known === undefined || form === 'pronoun' ? [] : [{ start, end, kind: known.kind, name: known.name }]
    }),
    times: times.map(({ start, end, value }) => ({ start, end, value })),
    voices: voices.map(({ source, cue, content, mode }) => ({ source, cue, content, mode })),
    statements,
  }
}

/** What speakers say in their own words, where the speaker is a party: an "I" in it is theirs. */
function ownWords(voices: readonly VoiceReading[], { parties }: Parties): readonly OwnWords[] {
  const byName = new Map(parties.map(({ name, id }) => [name, id]))
  return voices.flatMap(({ content, mode, chain }) => {
    const party = byName.get(chain.at(-1) ?? '')
    return content === null || party === undefined || (mode !== 'direct' && mode !== 'mixed') ? [] : [{ ...content, party }]
  })
}
