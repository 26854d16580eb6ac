// The citation of a work in the style of a journal, and a button that copies it. Without this file the box holds BibTeX and the files.

const box = document.getElementById('cite')
const [style, text, status] = [box.querySelector('select'), box.querySelector('pre'), box.querySelector('[role=status]')]
const copy = box.querySelector('button[data-copy]')
const bibTex = text.textContent
const from = name => new URL(`./citeproc/${name}`, import.meta.url)

const fetched = async address => {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`)
  return answer
}

// Citation styles and the program that reads them are large: they come once somebody asks for one.
async function formatted(name) {
  const [{ default: CSL }, locale, xml, [work]] = await Promise.all([
    import(from('citeproc.js')),
    fetched(from('en-US.xml')).then(answer => answer.text()),
    fetched(from(`${name}.xml`)).then(answer => answer.text()),
    fetched(box.dataset.work).then(answer => answer.json()),
  ])
  const engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: () => work }, xml, 'en-US')
  engine.updateItems([work.id])
  return new DOMParser().parseFromString(engine.makeBibliography()[1].join(''), 'text/html').body.textContent.trim()
}

async function show() {
  const wanted = style.value
  status.textContent = wanted ? 'Formatting' : ''
  try {
    const citation = wanted ? await formatted(wanted) : bibTex
    if (style.value !== wanted) return
    text.textContent = citation
    text.classList.toggle('text', wanted !== '')
    status.textContent = ''
  } catch {
    status.textContent = 'This style could not be fetched. Try again, or take one of the files.'
  }
}

style.addEventListener('change', show)
copy.addEventListener('click', async () => {
  await navigator.clipboard.writeText(text.textContent).then(
    () => { status.textContent = 'Copied.' },
    () => { status.textContent = 'Your browser does not allow copying. Select the text instead.' })
})
for (const part of [style.closest('.field'), copy]) part.hidden = false
if (style.value) show() // a browser keeps what was chosen when it goes back to a page
