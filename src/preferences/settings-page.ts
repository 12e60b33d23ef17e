/**
 * The page of settings in the browser. Without it the page says that colours follow the device, and
 * lists the countries.
 */
import { keepPreferences, readPreferences, themes, type Preferences } from './preferences.ts';

/** Brings the page to life. Does nothing where its parts are missing. */
export function startSettings(): void {
  const place = document.querySelector<HTMLElement>('#settings');
  const select = place?.querySelector('select');
  const status = place?.querySelector<HTMLElement>('[role=status]');
  const forget = place?.querySelector('button');
  const slash = place?.querySelector<HTMLInputElement>('#slash');
  if (!place || !select || !status || !forget || !slash) return;
  const radios = [...place.querySelectorAll<HTMLInputElement>('input[name=theme]')];
  const { kept = '', nothing = '', refused = '' } = status.dataset;

  /** Shows what is chosen; a country that is not on the list counts as none. */
  const show = ({ theme, country = '', slash: isUsed }: Preferences): void => {
    for (const radio of radios) radio.checked = radio.value === (theme ?? '');
    select.value = country;
    if (select.selectedIndex < 0) select.value = '';
    slash.checked = isUsed !== false;
  };

  const chosen = (): Preferences => {
    const theme = themes.find((name) =>
      radios.some((radio) => radio.checked && radio.value === name),
    );
    const country = select.value;
    return {
      ...(theme && { theme }),
      ...(country !== '' && { country }),
      ...(!slash.checked && { slash: false }),
    };
  };

  /** Says what is kept on the device, in words. */
  const say = (done: boolean): void => {
    const { theme } = chosen();
    const label = theme && radios.find(({ value }) => value === theme)?.labels?.[0]?.textContent;
    const parts = [
      label,
      chosen().country && select.selectedOptions[0]?.text,
      !slash.checked && slash.value,
    ].filter(Boolean);
    status.textContent = !done
      ? refused
      : parts.length === 0
        ? nothing
        : `${kept} ${parts.join(', ')}.`;
    forget.disabled = parts.length === 0;
  };

  const keep = (): void => {
    const preferences = chosen();
    document.documentElement.style.colorScheme = preferences.theme ?? '';
    say(keepPreferences(preferences));
    // The scripts that every page has look again, as they do when a page comes back out of memory.
    dispatchEvent(new Event('pageshow'));
  };

  show(readPreferences());
  say(true);
  place.addEventListener('change', keep);
  forget.addEventListener('click', () => {
    show({});
    keep();
    // A button that can no longer be pressed must not keep the focus.
    radios.find(({ checked }) => checked)?.focus();
  });
  place.hidden = false;
}
