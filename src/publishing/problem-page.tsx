import { html, Page } from './shell.js'

/** A page for what is not there or could not be done: what was given, what next, and whether anything was lost. */
export function problemPage(
  name: string,
  problem: { readonly title: string; readonly message: string; readonly next: { readonly words: string; readonly address: string } },
): string {
  return html(
    <Page view={null} name={name} title={problem.title}>
      <div class="title">
        <h1>{problem.title}</h1>
        <p class="lead">{problem.message}</p>
        <p>
          <a href={problem.next.address}>{problem.next.words}</a>
        </p>
      </div>
    </Page>,
  )
}
