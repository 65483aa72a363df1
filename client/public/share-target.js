/** Part of the service worker: what another app shares goes on in the fragment, because a link may hold a secret. */
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
