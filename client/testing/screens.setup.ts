/** What jsdom lacks and our accessible parts expect. Loaded before every `*.test.tsx`. */

/** jsdom lays nothing out, so there is nothing to observe. */
class QuietResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

globalThis.ResizeObserver ??= QuietResizeObserver
Element.prototype.scrollIntoView ??= () => {}
