/**
 * Offers to read an article aloud where the device has a voice of its own for the language of the
 * page. This much stands in every article, so it is as little as can be and imports nothing; the
 * player is loaded when the button is pressed. Without it the button stays hidden.
 */

/** Shows the button once there is a voice; the address of the player is the button's value. */
export function offerListening(): void {
  // The layout that has this script has the button.
  const button = document.querySelector('.listen') as HTMLButtonElement;
  const engine = window.speechSynthesis as SpeechSynthesis | undefined;
  if (!engine) return;
  // Voices come late: browsers ask the device for them.
  (engine.onvoiceschanged = () => {
    button.hidden = !engine
      .getVoices()
      .some((voice) => voice.localService && voice.lang.startsWith(document.documentElement.lang));
  })();
  button.onclick = () => {
    // Some devices let a page speak only if its first word falls within the press. It is said without
    // a sound and cut off by the player; an empty one makes engines hang.
    engine.speak(Object.assign(new SpeechSynthesisUtterance('a'), { volume: 0 }));
    void import(/* @vite-ignore */ button.value);
  };
}
