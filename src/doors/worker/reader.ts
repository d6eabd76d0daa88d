import { parentPort } from 'node:worker_threads'
import { AttestError, readReport, readReportJson } from '../../attest.js'
import type { ReadReport, Sidecar } from '../../model/report.js'

/** One report to read in this thread, and in which form: the line that `attest read --json` prints, without or with its reasons, or the reading itself. */
export interface Asked {
  readonly id: number
  readonly bytes: Uint8Array
  readonly name: string
  readonly sidecar: Sidecar
  readonly form: 'line' | 'line-with-why' | 'reading'
}

export type Answered =
  | { readonly id: number; readonly line: string }
  | { readonly id: number; readonly reading: ReadReport }
  | { readonly id: number; readonly refused: { readonly code: string; readonly message: string } }
  | { readonly id: number; readonly bug: string }

const port = parentPort
if (port === null) throw new Error('this file runs as a worker thread only')
port.on('message', (asked: Asked) => {
  void answerTo(asked).then((answer) => port.postMessage(answer))
})

async function answerTo({ id, bytes, name, sidecar, form }: Asked): Promise<Answered> {
  try {
    const reading = await readReport(bytes, name, sidecar)
    // A line is cheaper to hand over than the reading it is made of.
    return form === 'reading' ? { id, reading } : { id, line: JSON.stringify(readReportJson(reading, form === 'line-with-why')) }
  } catch (error) {
    if (error instanceof AttestError) return { id, refused: { code: error.code, message: error.message } }
    return { id, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
