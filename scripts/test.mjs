// `npm test`: finds what the tests need (a Chromium; the shared sets; the PostgreSQL comes with the packages), runs them all,
// and names at the end what could not be run and why. With --all-required, anything not run is a failure.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { chromium } from 'playwright-core'

const allRequired = process.argv.includes('--all-required')
const shared = resolve(process.env.ATTEST_SHARED ?? '../shared')
const browser = findChromium() ?? installChromium()

mkdirSync('.attest-test', { recursive: true })
const resultFile = '.attest-test/result.json'
rmSync(resultFile, { force: true })
const args = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${resultFile}`]
const run = spawnSync(process.execPath, [...args, ...process.argv.slice(2).filter((arg) => arg !== '--all-required')], {
  stdio: 'inherit',
  env: { ...process.env, ...(browser === null ? {} : { CHROME_PATH: browser }) },
})

const result = existsSync(resultFile) ? JSON.parse(readFileSync(resultFile, 'utf8')) : null
const tests = result?.testResults.flatMap((file) => file.assertionResults.map((test) => ({ ...test, file: file.name }))) ?? []
const notRun = tests.filter(({ status }) => status !== 'passed' && status !== 'failed')
const failed = tests.filter(({ status }) => status === 'failed').length
console.log(`\n${tests.length - notRun.length - failed} passed, ${failed} failed, ${notRun.length} skipped`)
if (notRun.length > 0) {
  console.log(`\nNOT RUN (${notRun.length}):`)
  if (browser === null) console.log('  there is no Chromium: set CHROME_PATH, or install Debian’s package chromium')
  if (!existsSync(shared)) console.log(`  the shared sets are not at ${shared}: set ATTEST_SHARED`)
  for (const { fullName } of notRun) console.log(`  - ${fullName}`)
}
process.exit(run.status || (allRequired && (notRun.length > 0 || tests.length === 0) ? 1 : 0))

/** CHROME_PATH, then playwright's own, then Debian's; null when there is none. */
function findChromium() {
  const places = [process.env.CHROME_PATH, ownChromium(), '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  return places.find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null
}

function ownChromium() {
  try {
    return chromium.executablePath()
  } catch {
    return undefined // playwright knows of no browser of its own for this system
  }
}

/** Installs Debian's Chromium where that is ours to do: on Debian, as root. */
function installChromium() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  console.log('No Chromium found; installing Debian’s (apt-get install chromium) for the tests of the pages ...')
  const quietly = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update'], quietly)
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quietly)
  return findChromium()
}
