/**
 * The seeds that are run. One of each kind in `npm test`; more with `npm run faults -- --seeds 20 [--from 1]`. A failing
 * test's name has the seed.
 */
const [count, from] = [Number(process.env['FAULT_SEEDS'] ?? 1), Number(process.env['FAULT_FROM'] ?? 1)]

export const SEEDS: readonly number[] = Array.from({ length: count }, (_, index) => from + index)
