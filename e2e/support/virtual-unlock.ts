/** The unlock of a device, as Chromium makes one for tests: a real credential with real evaluations. */
import type { Page } from '@playwright/test'

const answerFor = (agrees: boolean): void => {
  for (const name of ['create', 'get'] as const) {
    const refuse = () => Promise.reject(new DOMException('The person did not agree.', 'NotAllowedError'))
    if (agrees) Reflect.deleteProperty(navigator.credentials, name)
    else Object.defineProperty(navigator.credentials, name, { value: refuse, configurable: true })
  }
}

/** For a page of the app that is open already; lasts over every reload, until the page leaves the app's address. */
export const addVirtualUnlock = async (page: Page): Promise<void> => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

/**
 * Whether the person agrees from now on, until the page is loaded again; if not, as when they close the browser's own question.
 * A virtual finger that is wrong would block itself after a few tries.
 */
export const agreeToUnlock = (page: Page, agrees: boolean): Promise<void> => page.evaluate(answerFor, agrees)
