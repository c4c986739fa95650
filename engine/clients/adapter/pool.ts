/** Opens resources on demand and reuses them. */
export type Pool<Item> = {
  /** Takes a free resource. Waits while the maximum number is in use. */
  readonly take: () => Promise<Item>
  readonly giveBack: (item: Item) => void
  /** Instead of `giveBack`, for a resource that is no longer usable. */
  readonly drop: (item: Item) => void
  /** All open resources, in use or not. Waits for those that are still opening. */
  readonly all: () => Promise<readonly Item[]>
}

export function createPool<Item>(first: Item, most: number, open: () => Promise<Item>): Pool<Item> {
  const items = new Set([first])
  const free = [first]
  const opening = new Set<Promise<unknown>>()
  const queue: (() => void)[] = []
  let inUse = 0

  const leave = () => {
    const next = queue.shift()
    if (next) next()
    else inUse -= 1
  }
  const openOne = async () => {
    const item = await open()
    items.add(item)
    return item
  }
  const openNoted = async () => {
    const opened = openOne()
    opening.add(opened)
    try {
      return await opened
    } catch (error) {
      leave()
      throw error
    } finally {
      opening.delete(opened)
    }
  }

  return {
    take: async () => {
      if (inUse < most) inUse += 1
      else await new Promise<void>((resolve) => queue.push(resolve))
      return free.pop() ?? openNoted()
    },
    giveBack: (item) => {
      free.push(item)
      leave()
    },
    drop: (item) => {
      if (items.delete(item)) leave()
    },
    all: async () => {
      await Promise.allSettled(opening)
      return [...items]
    },
  }
}
