import { readFileSync } from 'node:fs'

/** The one style sheet of every page, on the screen, on paper and in the dossier. Read once: it is a part of the programme, not of a case. */
export const styleSheet = readFileSync(new URL('./attest.css', import.meta.url), 'utf8')
