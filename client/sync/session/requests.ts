/** Numbered requests: promises that the machine answers by number. */

export type Requests<Result> = {
  /** `begin` is called with the request's number. */
  ask(begin: (request: number) => void): Promise<Result>
  answer(request: number, result: Result): void
  fail(request: number, error: unknown): void
}

type Waiting<Result> = { resolve(result: Result): void; reject(error: unknown): void }

export const createRequests = <Result>(): Requests<Result> => {
  const waiting = new Map<number, Waiting<Result>>()
  let asked = 0
  const take = (request: number): Waiting<Result> | undefined => {
    const one = waiting.get(request)
    waiting.delete(request)
    return one
  }
  return {
    ask: (begin) =>
      new Promise((resolve, reject) => {
        asked += 1
        waiting.set(asked, { resolve, reject })
        begin(asked)
      }),
    answer: (request, result) => take(request)?.resolve(result),
    fail: (request, error) => take(request)?.reject(error),
  }
}
