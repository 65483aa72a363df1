/** Another wheel begins at its top: what was tapped for it stands far below, and may be gone. */
export const showFromTheTop = (): void => {
  document.documentElement.scrollTop = 0
  document.querySelector<HTMLElement>('.wl-moment')?.focus({ preventScroll: true })
}
