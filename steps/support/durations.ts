const secondsOf = { second: 1, minute: 60, hour: 3_600, day: 86_400 } as const

export function parseDuration(text: string): number {
  const [, count = '', unit = ''] = /(an?|\d+) (second|minute|hour|day)/.exec(text) ?? []
  if (!(unit in secondsOf)) throw new TypeError(`'${text}' is no duration`)
  return (/^an?$/.test(count) ? 1 : Number(count)) * secondsOf[unit as keyof typeof secondsOf]
}

/** Seconds from now; negative: ago. */
export function parseTime(text: string): number {
  if (text === 'now') return 0
  return parseDuration(text) * (text.endsWith('ago') ? -1 : 1)
}
