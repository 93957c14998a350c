/** First stop of the keyboard: past the frame, to the work. */
export function SkipLink() {
  return (
    <a className="skip" href="#main">
      Skip to content
    </a>
  );
}
