import type { Context, MiddlewareHandler } from 'hono'

/** Nothing but our own style sheet and forms to ourselves: no script, no frame, no picture, no other site. */
export const contentPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Names under which a browser on this machine reaches us. Another name in `Host` is a page that had its own name pointed here. */
const ownNames = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Sets the headers of every answer, and refuses requests that other sites' pages make a reader's browser send. */
export const guarded: MiddlewareHandler = async (c, next) => {
  const refusal = refusalOf(c)
  if (refusal !== null) {
    c.res = c.text(refusal, 403)
  } else {
    await next()
  }
  c.header('Content-Security-Policy', contentPolicy)
  c.header('X-Content-Type-Options', 'nosniff')
  // `same-origin` and not `no-referrer`: under the latter a browser hides where a form comes from, and we could not tell our own.
  c.header('Referrer-Policy', 'same-origin')
  c.header('Cross-Origin-Opener-Policy', 'same-origin')
  c.header('Cross-Origin-Resource-Policy', 'same-origin')
  c.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=()')
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
}

function refusalOf(c: Context): string | null {
  const url = new URL(c.req.url)
  if (!ownNames.has(url.hostname)) return `This case is served to this machine only, as 127.0.0.1; it was asked for as ${url.hostname}.`
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return null
  const [origin, site] = [c.req.header('Origin'), c.req.header('Sec-Fetch-Site')]
  // Every browser says where a form was sent from. A request that says nothing comes from a programme of this machine.
  if (origin === undefined && site === undefined) return null
  const own = origin === undefined ? site === 'same-origin' : origin === url.origin
  return own ? null : 'This form was sent from another site. Open the page in Attest and send it from there. Nothing was saved.'
}
