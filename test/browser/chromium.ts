import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Nothing that reaches outside, writes a profile or asks a first-run question. */
const quietly = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A Chromium of this machine: CHROME_PATH, playwright's own, Debian's; null where there is none. */
export const chromiumPath: string | null = found()

function found(): string | null {
  const places = [process.env.CHROME_PATH, own(), '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  return places.find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null
}

function own(): string | undefined {
  try {
    return chromium.executablePath()
  } catch {
    return undefined // playwright knows of no browser of its own for this system
  }
}

if (chromiumPath === null)
  console.warn('NOT RUN: the tests of pages in a browser. There is no Chromium; set CHROME_PATH, or install Debian’s package chromium.')

export async function startChromium(): Promise<Browser> {
  if (chromiumPath === null) throw new Error('there is no Chromium to start; ask chromiumPath first')
  return chromium.launch({ executablePath: chromiumPath, args: quietly })
}
