/** Which schedules are tried. One of each kind in `npm test`; more with `npm run faults -- --seeds 20 [--from 1]`, whose name says the seed when one fails. */
const [count, from] = [Number(process.env['FAULT_SEEDS'] ?? 1), Number(process.env['FAULT_FROM'] ?? 1)]

export const SEEDS: readonly number[] = Array.from({ length: count }, (_, index) => from + index)
