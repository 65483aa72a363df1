/**
 * Polyfills for what jsdom lacks and our accessible components need, and longer timeouts for lazy screens. Loaded before
 * every `*.test.tsx`.
 */
import { configure } from '@solidjs/testing-library'

/** In ms: screens are compiled when first needed, on a busy machine; only a failing test waits this long. */
configure({ asyncUtilTimeout: 20_000 })

/** jsdom lays nothing out, so there is nothing to observe. */
class QuietResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

globalThis.ResizeObserver ??= QuietResizeObserver
Element.prototype.scrollIntoView ??= () => {}

/** jsdom has the element and not what makes it modal. Escape and the focus that goes back are the browser's: journeys/keyboard.spec.ts. */
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement): void {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement): void {
  this.open = false
}
