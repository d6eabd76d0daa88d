/** What a host's robots.txt asks of us: whether a path may be visited, and how long to wait between visits. */
export interface Robots {
  readonly allows: (path: string) => boolean
  readonly delayMs: number | null
}

export const everythingAllowed: Robots = { allows: () => true, delayMs: null }

interface Group {
  readonly agents: string[]
  readonly rules: { readonly allow: boolean; readonly path: string }[]
  delay: number | null
}

/** The name by which a robots.txt may address us. */
const ourName = 'attest'
/** RFC 9309 sets no limit; nobody writes more rules by hand. */
const mostRules = 10_000

/** Reads a robots.txt as RFC 9309 has it: the group for our name, else the one for everybody; the longest path that matches decides, and allowing wins a tie. */
export function readRobots(text: string): Robots {
  const groups = groupsOf(text)
  const own = groups.filter(({ agents }) => agents.includes(ourName))
  const chosen = own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'))
  const rules = chosen
    .flatMap((group) => group.rules)
    .filter(({ path }) => path !== '')
    .slice(0, mostRules)
    .sort((a, b) => b.path.length - a.path.length || Number(b.allow) - Number(a.allow))
  return {
    allows: (path) => rules.find((rule) => matches(path, rule.path))?.allow ?? true,
    delayMs: chosen.map(({ delay }) => delay).find((delay) => delay !== null) ?? null,
  }
}

function groupsOf(text: string): readonly Group[] {
  const groups: Group[] = []
  let naming = false
  for (const line of text.split(/\r?\n/)) {
    const found = /^\s*([A-Za-z-]+)\s*:\s*([^#]*)/.exec(line)
    if (found === null) continue
    const [field, value] = [(found[1] ?? '').toLowerCase(), (found[2] ?? '').trim()]
    const open = groups.at(-1)
    if (field === 'user-agent') {
      if (naming && open !== undefined) open.agents.push(value.toLowerCase())
      else groups.push({ agents: [value.toLowerCase()], rules: [], delay: null })
      naming = true
      continue
    }
    if (field !== 'allow' && field !== 'disallow' && field !== 'crawl-delay') continue
    naming = false
    if (field !== 'crawl-delay') open?.rules.push({ allow: field === 'allow', path: value })
    else if (open !== undefined && Number.isFinite(Number(value))) open.delay = Number(value) * 1000
  }
  return groups
}

/** Whether a path begins as a rule says; `*` stands for anything, `$` for the end. Walks once through the path for each part between stars. */
function matches(path: string, rule: string): boolean {
  const toEnd = rule.endsWith('$')
  const parts = (toEnd ? rule.slice(0, -1) : rule).split('*')
  let at = 0
  for (const [index, part] of parts.entries()) {
    const found =
      index === 0 ? (path.startsWith(part) ? 0 : -1) : toEnd && index === parts.length - 1 ? path.lastIndexOf(part) : path.indexOf(part, at)
    if (found === -1 || found < at) return false
    at = found + part.length
  }
  return !toEnd || at === path.length
}
