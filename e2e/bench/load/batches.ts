/** Runs tasks concurrently, a few at a time: keys are derived on threads, but not a thousand at once. */
const AT_ONCE = 16

export const inBatches = async <Input, Output>(
  inputs: readonly Input[],
  work: (input: Input) => Promise<Output>,
): Promise<readonly Output[]> => {
  const outputs: Output[] = []
  for (let from = 0; from < inputs.length; from += AT_ONCE) {
    outputs.push(...(await Promise.all(inputs.slice(from, from + AT_ONCE).map(work))))
  }
  return outputs
}
