// The page of what this browser has kept: saves it as a file, adds one, and gives out what was kept aside.
import { Key, adopt, aside, load, parse, save } from './progress-store.js'

const page = document.getElementById('device')
const note = document.getElementById('device-note')
page.hidden = false

function say(text) {
  note.textContent = text
  note.hidden = false
}

function give(name, text) {
  const link = document.createElement('a')
  link.download = name
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.click()
}

document.getElementById('save').addEventListener('click', () => give('llmguide-progress.json', JSON.stringify(load(), null, 2)))

document.getElementById('open').addEventListener('change', async event => {
  const [file] = event.target.files
  const added = file && parse(await file.text())
  if (!added) {
    say('This is not a file of reading progress that this version of the guide can read. Nothing was changed.')
    return
  }
  const before = JSON.stringify(load().marks)
  save(doc => Object.entries(added.marks).forEach(([slug, mark]) => adopt(doc, slug, mark)))
  say(JSON.stringify(load().marks) === before
    ? 'Everything in this file was here already.'
    : 'The file was added; of two states of a work, the newer stays.')
  dispatchEvent(new StorageEvent('storage', { key: Key }))
})

const kept = aside()
if (kept.length) {
  const section = document.getElementById('aside')
  section.hidden = false
  section.querySelector('ul').append(...kept.map(name => {
    const item = document.createElement('li')
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'linkbtn'
    button.textContent = `Save what was kept on ${new Date(Number(name.split('-').pop())).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}`
    button.addEventListener('click', () => give('llmguide-progress-aside.txt', localStorage.getItem(name)))
    item.append(button)
    return item
  }))
}
