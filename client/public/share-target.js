/**
 * Part of the service worker: a link that another app gives to the installed one (`share_target` in vite.config.ts). It is
 * answered here, on the device, because a link may hold an invitation's secret; it goes on in the fragment, which no server sees.
 */
const MOST_CHARACTERS = 2000 // a link is a tenth of it

const toOpen = async (request) => {
  const form = await request.formData().catch(() => new FormData())
  const shared = ['url', 'text', 'title'].map((name) => form.get(name)).filter((value) => typeof value === 'string')
  const text = encodeURIComponent(shared.join(' ').trim().slice(0, MOST_CHARACTERS))
  return new Response(null, { status: 303, headers: { Location: `/#/open?shared=${text}` } })
}

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request
  if (method === 'POST' && new URL(url).pathname === '/share') event.respondWith(toOpen(event.request))
})
