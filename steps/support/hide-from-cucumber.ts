import type { IWorldOptions } from '@cucumber/cucumber'

/** A copy of data, or the same, without what must not be seen. */
export type Hide = <Value>(value: Value) => Value

/**
 * Options of a world whose attachments and log hold no secret. Cucumber writes them into messages, pages and reports
 * of its own, which nobody can change later.
 */
export function withoutSecrets(options: IWorldOptions, hide: Hide): IWorldOptions {
  const attach = (data: unknown, mediaType?: unknown, ...more: unknown[]) => {
    const shown = typeof data === 'string' ? hideInText(data, mediaType, hide) : data
    return (options.attach as (...all: unknown[]) => unknown)(shown, mediaType, ...more)
  }
  return {
    ...options,
    attach: Object.assign(attach, options.attach) as IWorldOptions['attach'],
    log: (text) => options.log(hide(text)),
  }
}

/** Data is searched as data, so that it stays valid. */
function hideInText(text: string, mediaType: unknown, hide: Hide): string {
  const isJson = typeof mediaType === 'string' && /[/+]json$/.test(mediaType)
  return isJson ? JSON.stringify(hide(JSON.parse(text))) : hide(text)
}

const told = ['message', 'stack', 'expected', 'actual', 'cause'] as const

/** Takes secrets out of what Cucumber tells of an error. It stays the same error, for others know it by its class. */
export function hideInError(error: unknown, hide: Hide): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? hide(error) : error
  for (const name of told) {
    const value: unknown = Reflect.get(error, name)
    if (value instanceof Error) hideInError(value, hide)
    else if (value !== undefined) Reflect.set(error, name, hide(value))
  }
  return error
}
