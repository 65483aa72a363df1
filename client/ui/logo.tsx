/** Weef's logo: three vertical threads over and under two horizontal ones. Decoration: the name is always beside it. */
import './logo.css'

// A vertical thread is drawn again where it passes over a horizontal one, so that the weave is visible at 20 px.
export const Logo = () => (
  <svg class="mk" viewBox="0 0 32 32" aria-hidden="true">
    <path class="mk-up" d="M8 3v26M16 3v26M24 3v26" />
    <path class="mk-level" d="M3 11h26M3 21h26" />
    <path class="mk-gap" d="M8 7.5v7M24 7.5v7M16 17.5v7" />
    <path class="mk-up" d="M8 6v10M24 6v10M16 16v10" />
  </svg>
)
