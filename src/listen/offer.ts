/**
 * Offers to read an article aloud where the device has a voice of its own for the language of the
 * page. Part of the script of every page, so it is as little as can be and imports nothing; the
 * player is loaded when the button is pressed. Without it the button stays hidden.
 */

/**
 * Shows the button once there is a voice. Does nothing on a page without one.
 *
 * @param player the address of the player
 */
export function offerListening(player: string): void {
  const button = document.querySelector<HTMLButtonElement>('.listen');
  const engine = window.speechSynthesis as SpeechSynthesis | undefined;
  if (!button || !engine) return;
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
    void import(/* @vite-ignore */ player);
  };
}
