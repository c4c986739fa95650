// biome-ignore lint/style/noDefaultExport: Vitest wants it.
export default { test: { include: ['*.vitest.ts'] } }
