const units = { Y: 'year', M: 'month', D: 'day', H: 'hour', m: 'minute', W: 'week' } as const

/** An ISO 8601 duration in words: `PT3H7M` is "3 hours 7 minutes". What is none is given as it is. */
export function durationInWords(iso: string): string {
  const match = /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?)?$/.exec(iso)
  if (match === null) return iso
  const [, minus, years, months, weeks, days, hours, minutes] = match
  const parts = [
    [years, units.Y],
    [months, units.M],
    [weeks, units.W],
    [days, units.D],
    [hours, units.H],
    [minutes, units.m],
  ] as const
  const words = parts.flatMap(([count, unit]) =>
    count === undefined || Number(count) === 0 ? [] : [`${Number(count)} ${unit}${Number(count) === 1 ? '' : 's'}`],
  )
  const said = words.length === 0 ? 'no time' : words.join(' ')
  return minus === undefined ? said : `${said} before`
}
