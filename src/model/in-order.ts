/** The results of work on each of a stream, in the stream's order, with at most so many under way at once. */
export async function* inOrder<T, R>(source: AsyncIterable<T>, atOnce: number, work: (one: T) => Promise<R>): AsyncGenerator<R> {
  const underWay: Promise<R>[] = []
  for await (const one of source) {
    const result = work(one)
    result.catch(() => undefined) // told where it is awaited, in its turn
    underWay.push(result)
    if (underWay.length >= atOnce) yield await (underWay.shift() as Promise<R>)
  }
  for (const result of underWay) yield await result
}
