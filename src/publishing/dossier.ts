import type { CaseView } from '../model/record.js'

/** The public dossier as files: only what a person has accepted. */
export function dossierFiles(_view: CaseView): readonly { readonly name: string; readonly content: string }[] {
  return []
}
