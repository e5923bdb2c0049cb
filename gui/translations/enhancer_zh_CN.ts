<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Free software under the Apache licence 2.0; so are the models that come with it. Nothing is sent anywhere, and nothing is downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Third-party notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt {version} and PySide6 are used under the GNU Lesser General Public License, version 3. They are separate libraries that you may replace by others of the same interface; their sources are at download.qt.io. No fonts come with the program: it uses those of your system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enhance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as job file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings back to the defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel for pixel, 100 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AllSettings</name>
    <message>
        <source>Find a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget what was typed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchPage</name>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Improve whole folders of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the pictures …</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) with {model}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Add files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enhance all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files came or went</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on the Enhance page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name or reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop pictures or folders here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then you see what would become of each, before anything is done. Originals stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the pictures: {n} so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say on the right what to do where such a file exists, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put something into the name that tells them apart, for example {stem} or {width}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder on the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or another name, on the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job trains a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it with &apos;enhancer run&apos; in a terminal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures by {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest pictures by {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job makes new pictures. It is in the queue now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}. &apos;enhancer run {name}&apos; does the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {all} done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pictures found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s), about {time}, about {disk} of {free} free disk</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Enhance %n picture(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Enhance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchTable</name>
    <message>
        <source>An estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Candidate</name>
    <message>
        <source>Bicubic, no model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result: {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {time} for the whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fidelity {n} dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fidelity: equal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{width} by {height} pixels, shown at {zoom} percent. {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference, {gain} times stronger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{zoom} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After (preview)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Catalog</name>
    <message>
        <source>{name} cannot be a name of a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names are letters, digits, dots, dashes and underscores, at most 64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a model called {name} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} could not be moved to the trash: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it with your file manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} came with the program and stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>{name}: from {first} to {last} after {images}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} at {images}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Child</name>
    <message>
        <source>A newer request took its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped as asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the program could not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a few seconds, or start the program anew.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Close the window?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is work that is not done yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is stopped now is offered again next time, and nothing is done twice. Trainings go on in the background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close when done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don&apos;t close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window closes when the work is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) compared</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is best after {images}: {metric}, {better}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best {metric} up to {images}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time up to there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures seen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>The same part by every model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison of models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>More curves</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataCard</name>
    <message>
        <source>Choose or drop a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pictures in it and in its folders are used. They are only read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be read and will be left out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The MNIST data set of handwritten digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CIFAR-10 data set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A data set laid out like ImageNet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shards: archives of pictures, read in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no pictures here that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s), {amount}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All are {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {small} to {large}, most about {middle}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All are grey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarging is learned from picture files in a folder, not from this data set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is few. {n} or more give a better result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) outside of the class folders will be left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>This machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examine again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all that was found, for example into a report of a fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing a small picture on every device. This takes some seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures cannot be relied on here until this is solved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything computes correctly. Something could be better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All is well. Every device computes correctly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{whole}, {free} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{precision} right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{precision} wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Drop</name>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnhanceDialogs</name>
    <message>
        <source>Open a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the result as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as job file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job files (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnhancePage</name>
    <message>
        <source>Enhance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one picture larger and better, and look closely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds no picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a picture or a file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview… {percent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview in {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the middle; zoom in to see all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fidelity {n} dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “Save as…” and another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FailureNote</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the program knows about the cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the message and the details, for example into a mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>A fault of the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in the program went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window goes on. If it behaves strangely, close it and start it again; work is not lost.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GeneratePage</name>
    <message>
        <source>Generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make new pictures with a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show pictures near the chosen one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the way from one chosen picture to another; both must be pictures of seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the chosen pictures at hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the picture of this model that comes nearest to a photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size on the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generated pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model that makes pictures yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models are being read …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train one on your own pictures, or add a model file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is room for {n} favourites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) by {model}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Say below “File format” what to do where such a file exists, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose fewer pictures at once, below “Computer”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose photos whose nearest picture is searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Nearest pictures of %n photo(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The search is in the queue. It takes a while for each photo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The nearest pictures of %n photo(s) are found.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}. &apos;enhancer run {name}&apos; makes the same pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near {name}, {n} of the way to other seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From seed {a} to seed {b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) made again</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Seeds {a} to {b}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>a few seconds left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} done, {failed} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry does only those again. The details name each with its reason.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>Progress of the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop this job. What is done stays, and it can go on later (Ctrl+Shift+X).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder with the results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the list of jobs (Ctrl+Shift+J)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the list of jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the job, or let it go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let this job go on (Ctrl+Shift+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let this job stand still (Ctrl+Shift+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobList</name>
    <message>
        <source>Jobs in the order in which they run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a job, or press Alt and an arrow key, to change the order.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobPanel</name>
    <message>
        <source>Where results go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s own size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact, or loose for models that repair and for poor JPEGs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced again, the result equals the picture in every detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced again, the result equals the picture in colour and tone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whatever the model makes of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faithful to the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sub-folders are mirrored there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside each picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the model&apos;s name behind the picture&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many times as large the model makes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width of the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>height of the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ending of the format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is done until you decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures whose result is there are skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write under another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that you add are never replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where such a file exists already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>32 bits, floating point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out EXIF and comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out the position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other metadata stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of JPEG (95) and WebP (90).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits a channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour under transparency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the format has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also sub-folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also files that are cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is missing is filled, and the result says so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patterns with * and ?, separated by spaces. With a space in it in quotation marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only names like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No names like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse pictures larger than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fastest there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A graphics card of NVIDIA or AMD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graphics of a Mac</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In pixels of the picture. Smaller ones need less memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of a tile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of all pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2/4 is the second of four parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder for the results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend what is marked in red.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run this job earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run this job later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do what is not done yet once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder with the results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop this job, or take it from the list. Results stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all jobs that have ended from the list. Results stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove ended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Kept</name>
    <message>
        <source>colour profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>camera data (EXIF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notes (XMP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transparency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>32 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced again, it equals the original to the last bit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced again, it equals the original ({n} dB).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced again, it is close to the original ({n} dB).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced again, it differs from the original ({n} dB).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LastTime</name>
    <message>
        <source>The window ended unexpectedly last time. What is known about it stands in {log}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be read, so the defaults are used. The old file is now {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainSettings</name>
    <message>
        <source>Nothing: begin anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour with transparency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No: all pictures are of one kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes: it can be asked for a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, with a network for each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up and down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary them while learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the model and of the folder of the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures to learn from in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of a crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the small picture that is enlarged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the new pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger takes much longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One folder for each class is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirrored pictures are as good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not for digits, letters or faces from a side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Few pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Helps below some 5,000 pictures.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>This page could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other pages still work. The details help to mend it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs it on small pictures and sees whether it computes what its card says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How good it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model on the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on from this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the page that makes new pictures with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the page that enhances pictures with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models that came with the program stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain enlargement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It computes what its card says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file manager was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the model {name} to the trash?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its curve and recipe go with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (file)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models are being read ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model for this yet. Train one, or add a file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelList</name>
    <message>
        <source>Find a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge and repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make new pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies a .safetensors file of this program into your models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model files (*.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add model files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models are being read ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model fits. Change the words or the purpose above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be opened</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Makes new pictures of {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judges pictures for trainings and selections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarges {n} times and repairs damage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarges {n} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Better than its start and than noise, on held-out pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Better than its start and than plain enlargement, on held-out pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worse than its start or than noise, on held-out pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worse than its start or than plain enlargement, on held-out pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colour with transparency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any size, in tiles, exactly as in one piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any size, in tiles, nearly as in one piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only in one piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that were reduced by {method}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} pictures a second on {device}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} a megapixel of the original, on {device} ({precision})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what each model does, and look after your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the models again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameEdit</name>
    <message>
        <source>Insert a field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keyboard shortcuts (F1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Put this message away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberEdit</name>
    <message>
        <source>Back to the default</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Enhance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one picture larger and better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a picture anywhere in this window. Hold Space over it to see the original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enhance many pictures and whole folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A batch that was stopped goes on where it was when you run it again. Originals stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make new pictures with a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every picture has a number, its seed. The same seed always gives the same picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a model on your own pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training goes on when you close the window, and is found again when you open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The models on this machine, and what they can do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each model has a card that says what it learned from and how well it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language, look and defaults</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PathEdit</name>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PresetList</name>
    <message>
        <source>Other presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (recommended)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Previews</name>
    <message>
        <source>The first samples appear when the training has begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moment of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move through the training and see how the samples became better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play from the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after {images}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Process</name>
    <message>
        <source>The work did not stop when it was asked to, so it was ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It starts again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the program could not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The details say why. Installing it anew may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work was ended by the system, usually for lack of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, or take smaller pictures. It starts again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part of the program that does the work ended unexpectedly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It starts again by itself. If this comes back, one of the files may be the cause.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Results so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you enhance is listed here, to look at again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the original and this result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over the settings that made this result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files stay where they are</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultNote</name>
    <message>
        <source>Show failed ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try failed ones again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same job once more; what is done is not done again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Enhance again to go on from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) done</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultSummary</name>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it again with another name, format or quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this summary away; the result stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was there already: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size}, {bits} bits, {format}, {amount}; in {time} with {model} on {device}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Progress of the enhancement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for other jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enhancing, about {time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enhancing…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>New training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the runs of another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select two or more with Ctrl to compare them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no runs yet. Trainings that you start appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that holds runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>Progress of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops safely. It can go on from there later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds the best weights so far to your models and opens the page that uses them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the monitors found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the best weights so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on from this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the report in a browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first values appear when it has been judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} of training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best: {best}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training ended unexpectedly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The details show the last lines that it wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A monitor ended this run early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the samples of this moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stops after the step it is at, and keeps what it learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No browser was found. The report is {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file manager was found. The folder is {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. In a terminal the command does the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the run {name} to the trash?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its curves, samples and weights go. Models that you added stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is still being trained. Stop it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run could not be moved to the trash.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>{n} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} % of the way from seed {a} to seed {b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near another picture, or found for a photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variety {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavePanel</name>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As many pictures as you want, from the first seed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One folder for each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A labelled data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also one sheet of all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also a film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Through all pictures and back to the first, as WebP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames to the next picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24 of them last a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only good ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw again what is unlike real pictures, copies one of them, or is of another class than asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed, or name of the picture it was made like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name of the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ending of the format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write under another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of JPEG (95) and WebP (90).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour under transparency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the format has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where such a file exists already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s own reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is a good picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real pictures to judge by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network that judges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where a folder is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries for each picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fastest there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A graphics card of NVIDIA or AMD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graphics of a Mac</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of all pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2/4 is the second of four parts.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic takes a graphics card where there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer leave more of the processor to other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same as the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format of results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best for the format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality of JPEG and WebP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From 1 to 100. Higher makes larger files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of your own models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manage models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show tips again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the hint of each page once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set everything on this page as it was at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) of your own</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is there yet. What you train or add comes here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each page shows its tip again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything on this page is as it was at first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As large as the model makes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any size: a factor, a width, a height, or a box that it fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x2.5: factor. 3840w: width. 2160h: height. long=4000: longer side. fit=1920x1080: within a box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour and tone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faithful to the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact where the picture is clean, colour and tone where it is a strongly compressed JPEG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced again, the result equals the original in every detail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour and tone stay; details may be repaired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model alone decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>32 bits, floating point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No EXIF, XMP or comments. The colour profile stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out the position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where a photo was taken is not written; other metadata stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>32 bits, most exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 bits (bf16), faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 bits (fp16), faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>megapixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open cut-off files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is missing of a file is filled, and said so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour under transparency, where the format has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of what the model adds to the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller tiles need less memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result: {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as #rrggbb.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This format loses nothing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShowPanel</name>
    <message>
        <source>Other seeds (Ctrl+R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them, unless some are ticked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed is always the same picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less gives more typical pictures that differ less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far neighbours lie from the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the panel shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enhance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the result beside the original (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where the result is written, and enhance (Ctrl+S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Size</name>
    <message>
        <source>As large as the model makes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} times as wide and as high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} pixels wide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} pixels high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longer side has {n} pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shorter side has {n} pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As large as fits into {w} × {h}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covers {w} × {h}; what hangs over is cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly {w} × {h}; pictures of another shape fail.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>What was added; choose one to take it out again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sources: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Take out all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SplitHandle</name>
    <message>
        <source>Divider between before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to compare. With the keyboard: left and right arrow.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Drop a picture here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or paste one with Ctrl+V. You see what becomes of it before anything is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tips</name>
    <message>
        <source>Got it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result alone. Hold Space to see the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original and result on the two sides of a divider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both beside each other, moved together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what the result changes, made stronger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size on the screen, of the result&apos;s pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recent pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teach a model on your own pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the run, or let it go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the runs again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainSetup</name>
    <message>
        <source>Enlarge pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make new pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each run gets a folder of its own in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. What should it learn?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. From which pictures?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3. Which way of learning?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4. Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains for a few seconds, throws that away, and says how long everything will take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The presets are being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures are being looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no pictures in this folder that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a name of letters, digits, dots, dashes and underscores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a run called {name} already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{preset} learns from {images}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {time} on {device}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} pictures a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{memory} of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Learns from %n picture(s),</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more only judge.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSNR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSNR of the worst picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss of the generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss of the discriminator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient of the generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient of the discriminator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variety of the samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evenness over classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of classes seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oversaturation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength of augmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>higher is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarges photos 2 times, faithfully. Takes hours on a processor and far less on a GPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarges photos 4 times, faithfully. Harder to learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small network that enlarges 2 times. Worth a look after a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns quickly and steadily. It did best in ten minutes on two processor cores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classic of 2016: simple and quick, less steady.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like dcgan with a gentler loss; for comparison.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first of its kind, 2014: very quick and blurred. For tiny pictures and for learning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modern residual networks: the most stable of all, and slower. Good with a GPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residual networks with a penalty at real pictures; slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residual networks, with a discriminator that learns five times for each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipped weights, kept for teaching. Slow to learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A critic held by a gradient penalty: steady and slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{metric} {value} after {images}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Went back to an earlier state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noticed, and changed nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {all} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>getting the pictures ready</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>{n} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{d} d {h} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{w} × {h}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} ({n} MP)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
