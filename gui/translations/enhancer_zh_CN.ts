<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Free software under the Apache licence 2.0; so are the models that come with it. Nothing is sent anywhere, and nothing is downloaded.</source>
        <translation>以 Apache 许可 2.0 发布的自由软件，随附的模型也是如此。不发送任何数据，也不下载任何内容。</translation>
    </message>
    <message>
        <source>Third-party notices</source>
        <translation>第三方声明</translation>
    </message>
    <message>
        <source>Qt {version} and PySide6 are used under the GNU Lesser General Public License, version 3. They are separate libraries that you may replace by others of the same interface; their sources are at download.qt.io. No fonts come with the program: it uses those of your system.</source>
        <translation>Qt {version} 和 PySide6 依据 GNU Lesser General Public License（GNU 宽通用公共许可）第 3 版使用。它们是独立的库，可以换成接口相同的其他库；其源代码见 download.qt.io。本程序不附带字体，使用系统中的字体。</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>库</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open a picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>粘贴图片</translation>
    </message>
    <message>
        <source>Enhance</source>
        <translation>增强</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Compare models</source>
        <translation>比较模型</translation>
    </message>
    <message>
        <source>Live preview</source>
        <translation>实时预览</translation>
    </message>
    <message>
        <source>Undo a setting</source>
        <translation>撤销设置更改</translation>
    </message>
    <message>
        <source>Redo a setting</source>
        <translation>重做设置更改</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小视图</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大视图</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>显示整张图片</translation>
    </message>
    <message>
        <source>Show the result</source>
        <translation>显示结果</translation>
    </message>
    <message>
        <source>Split before and after</source>
        <translation>前后分屏</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation>显示差异</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>复制为命令</translation>
    </message>
    <message>
        <source>Save as job file…</source>
        <translation>另存为任务文件…</translation>
    </message>
    <message>
        <source>Settings back to the defaults</source>
        <translation>恢复默认设置</translation>
    </message>
    <message>
        <source>Close the picture</source>
        <translation>关闭图片</translation>
    </message>
    <message>
        <source>Pixel for pixel, 100 %</source>
        <translation>逐像素，100%</translation>
    </message>
</context>
<context>
    <name>AllSettings</name>
    <message>
        <source>Find a setting</source>
        <translation>查找设置</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Forget what was typed here.</source>
        <translation>清除此处输入的内容。</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>所有设置</translation>
    </message>
</context>
<context>
    <name>BatchPage</name>
    <message>
        <source>Batch</source>
        <translation>批处理</translation>
    </message>
    <message>
        <source>Improve whole folders of pictures</source>
        <translation>增强整个文件夹的图片</translation>
    </message>
    <message>
        <source>Looking at the pictures …</source>
        <translation>正在查看图片…</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) with {model}</source>
        <translation>
            <numerusform>用 {model} 增强 %n 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>Open a job</source>
        <translation>打开任务</translation>
    </message>
    <message>
        <source>Save as a job</source>
        <translation>另存为任务</translation>
    </message>
    <message>
        <source>Copy as a command</source>
        <translation>复制为命令</translation>
    </message>
    <message>
        <source>Enhance all</source>
        <translation>全部增强</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查看</translation>
    </message>
    <message>
        <source>Files came or went</source>
        <translation>文件有增减时使用</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Open the result</source>
        <translation>打开结果</translation>
    </message>
    <message>
        <source>Show in the folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Open on the Enhance page</source>
        <translation>在“增强”页面打开</translation>
    </message>
    <message>
        <source>Copy the reason</source>
        <translation>复制原因</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Filter by name or reason</source>
        <translation>按名称或原因筛选</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Drop pictures or folders here</source>
        <translation>将图片或文件夹拖放到此处</translation>
    </message>
    <message>
        <source>Then you see what would become of each, before anything is done. Originals stay as they are.</source>
        <translation>处理开始之前，可以先看到每张图片会有怎样的结果。原图保持不变。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Looking at the pictures: {n} so far</source>
        <translation>正在查看图片：已有 {n} 张</translation>
    </message>
    <message>
        <source>Say on the right what to do where such a file exists, or choose another folder.</source>
        <translation>请在右侧选择同名文件已存在时的处理方式，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Put something into the name that tells them apart, for example {stem} or {width}.</source>
        <translation>请在名称中加入可区分它们的内容，例如 {stem} 或 {width}。</translation>
    </message>
    <message>
        <source>Choose another folder on the right.</source>
        <translation>请在右侧选择其他文件夹。</translation>
    </message>
    <message>
        <source>Choose another folder, or another name, on the right.</source>
        <translation>请在右侧选择其他文件夹或其他名称。</translation>
    </message>
    <message>
        <source>Jobs (*.toml)</source>
        <translation>任务 (*.toml)</translation>
    </message>
    <message>
        <source>This job trains a model.</source>
        <translation>此任务用于训练模型。</translation>
    </message>
    <message>
        <source>Start it with &apos;enhancer run&apos; in a terminal.</source>
        <translation>请在终端中用“enhancer run”启动。</translation>
    </message>
    <message>
        <source>Pictures by {model}</source>
        <translation>{model} 生成的图片</translation>
    </message>
    <message>
        <source>Nearest pictures by {model}</source>
        <translation>{model} 的最相近图片</translation>
    </message>
    <message>
        <source>This job makes new pictures. It is in the queue now.</source>
        <translation>此任务生成新图片，已加入队列。</translation>
    </message>
    <message>
        <source>Saved as {name}. &apos;enhancer run {name}&apos; does the same.</source>
        <translation>已保存为 {name}。“enhancer run {name}”效果相同。</translation>
    </message>
    <message>
        <source>The command is in the clipboard.</source>
        <translation>命令已复制到剪贴板。</translation>
    </message>
    <message>
        <source>In the queue.</source>
        <translation>已在队列中。</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>已暂停。</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>{done} of {all} done</source>
        <translation>已完成 {done}/{all}</translation>
    </message>
    <message>
        <source>Nothing is left to do.</source>
        <translation>没有剩余的工作。</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>没有需要处理的内容。</translation>
    </message>
    <message>
        <source>No pictures found.</source>
        <translation>未找到图片。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s), about {time}, about {disk} of {free} free disk</source>
        <translation>
            <numerusform>%n 张图片，约需 {time}，约占用 {disk}（磁盘可用 {free}）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Enhance %n picture(s)</source>
        <translation>
            <numerusform>增强 %n 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Enhance</source>
        <translation>增强</translation>
    </message>
</context>
<context>
    <name>BatchTable</name>
    <message>
        <source>An estimate</source>
        <translation>估计值</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>Candidate</name>
    <message>
        <source>Bicubic, no model</source>
        <translation>双三次插值，不用模型</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>正在等待…</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Use {model}</source>
        <translation>使用 {model}</translation>
    </message>
    <message>
        <source>Result: {size}</source>
        <translation>结果：{size}</translation>
    </message>
    <message>
        <source>About {time} for the whole picture</source>
        <translation>整张图片约需 {time}</translation>
    </message>
    <message>
        <source>Fidelity {n} dB</source>
        <translation>保真 {n} dB</translation>
    </message>
    <message>
        <source>Fidelity: equal</source>
        <translation>保真：完全一致</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>No picture is open.</source>
        <translation>没有打开的图片。</translation>
    </message>
    <message>
        <source>{width} by {height} pixels, shown at {zoom} percent. {what}</source>
        <translation>{width} × {height} 像素，以 {zoom}% 显示。{what}</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Difference, {gain} times stronger</source>
        <translation>差异，强化 {gain} 倍</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation>正在打开 {name}</translation>
    </message>
    <message>
        <source>{zoom} %</source>
        <translation>{zoom}%</translation>
    </message>
    <message>
        <source>After (preview)</source>
        <translation>增强后（预览）</translation>
    </message>
    <message>
        <source>After</source>
        <translation>增强后</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>增强前</translation>
    </message>
</context>
<context>
    <name>Catalog</name>
    <message>
        <source>{name} cannot be a name of a model.</source>
        <translation>{name} 不能用作模型名称。</translation>
    </message>
    <message>
        <source>Names are letters, digits, dots, dashes and underscores, at most 64.</source>
        <translation>名称可包含字母、数字、点、连字符和下划线，最多 64 个字符。</translation>
    </message>
    <message>
        <source>There is a model called {name} already.</source>
        <translation>已有名为 {name} 的模型。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请选择其他名称。</translation>
    </message>
    <message>
        <source>{file} could not be moved to the trash: {reason}</source>
        <translation>无法将 {file} 移到回收站：{reason}</translation>
    </message>
    <message>
        <source>Remove it with your file manager.</source>
        <translation>请用文件管理器删除。</translation>
    </message>
    <message>
        <source>{name} came with the program and stays as it is.</source>
        <translation>{name} 随程序提供，不能更改。</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>{name}: from {first} to {last} after {images}.</source>
        <translation>{name}：从 {first} 到 {last}，经过 {images} 张图片。</translation>
    </message>
    <message>
        <source>{value} at {images}</source>
        <translation>{value}（{images} 张图片时）</translation>
    </message>
</context>
<context>
    <name>Child</name>
    <message>
        <source>A newer request took its place.</source>
        <translation>已被较新的请求取代。</translation>
    </message>
    <message>
        <source>Stopped as asked.</source>
        <translation>已按要求停止。</translation>
    </message>
    <message>
        <source>A part of the program could not start.</source>
        <translation>程序的一部分无法启动。</translation>
    </message>
    <message>
        <source>Try again in a few seconds, or start the program anew.</source>
        <translation>请几秒钟后重试，或重新启动程序。</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Close the window?</source>
        <translation>要关闭窗口吗？</translation>
    </message>
    <message>
        <source>There is work that is not done yet.</source>
        <translation>还有未完成的工作。</translation>
    </message>
    <message>
        <source>What is stopped now is offered again next time, and nothing is done twice. Trainings go on in the background.</source>
        <translation>现在停止的工作，下次启动时可以继续，不会重复处理。训练会在后台继续。</translation>
    </message>
    <message>
        <source>Close when done</source>
        <translation>完成后关闭</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Don&apos;t close</source>
        <translation>不关闭</translation>
    </message>
    <message>
        <source>The window closes when the work is done.</source>
        <translation>工作完成后窗口将关闭。</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>保持打开</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>不同之处</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) compared</source>
        <translation>
            <numerusform>已比较 %n 次训练</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is best after {images}: {metric}, {better}.</source>
        <translation>看过 {images} 后，{name} 最佳：{metric}，{better}。</translation>
    </message>
    <message>
        <source>Best {metric} up to {images}</source>
        <translation>最佳值（{metric}，截至 {images}）</translation>
    </message>
    <message>
        <source>Time up to there</source>
        <translation>至此用时</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Pictures seen</source>
        <translation>看过的图片</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>The same part by every model</source>
        <translation>各模型处理同一部分的结果</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>比较的进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Back to the picture</source>
        <translation>返回图片</translation>
    </message>
    <message>
        <source>Comparison of models</source>
        <translation>模型比较</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>More curves</source>
        <translation>更多曲线</translation>
    </message>
</context>
<context>
    <name>DataCard</name>
    <message>
        <source>Choose or drop a folder</source>
        <translation>选择或拖入文件夹</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>All pictures in it and in its folders are used. They are only read.</source>
        <translation>使用其中及其子文件夹里的所有图片。图片只被读取。</translation>
    </message>
    <message>
        <source>Looking at the pictures</source>
        <translation>正在查看图片</translation>
    </message>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n 个类别</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be read and will be left out</source>
        <translation>
            <numerusform>%n 个文件无法读取，将被略过</numerusform>
        </translation>
    </message>
    <message>
        <source>The MNIST data set of handwritten digits.</source>
        <translation>MNIST 手写数字数据集。</translation>
    </message>
    <message>
        <source>The CIFAR-10 data set.</source>
        <translation>CIFAR-10 数据集。</translation>
    </message>
    <message>
        <source>A data set laid out like ImageNet.</source>
        <translation>结构与 ImageNet 相同的数据集。</translation>
    </message>
    <message>
        <source>Shards: archives of pictures, read in order.</source>
        <translation>分片：图片归档，按顺序读取。</translation>
    </message>
    <message>
        <source>There are no pictures here that can be read.</source>
        <translation>这里没有可读取的图片。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s), {amount}.</source>
        <translation>
            <numerusform>%n 张图片，{amount}。</numerusform>
        </translation>
    </message>
    <message>
        <source>All are {size}.</source>
        <translation>尺寸均为 {size}。</translation>
    </message>
    <message>
        <source>From {small} to {large}, most about {middle}.</source>
        <translation>从 {small} 到 {large}，多数约为 {middle}。</translation>
    </message>
    <message>
        <source>All are grey.</source>
        <translation>均为灰度图片。</translation>
    </message>
    <message>
        <source>Enlarging is learned from picture files in a folder, not from this data set.</source>
        <translation>放大要从文件夹中的图片文件学习，不能使用此数据集。</translation>
    </message>
    <message>
        <source>That is few. {n} or more give a better result.</source>
        <translation>数量偏少。{n} 张或更多效果更好。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) outside of the class folders will be left out.</source>
        <translation>
            <numerusform>%n 张图片不在类别文件夹中，将被略过。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Examine again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy all that was found, for example into a report of a fault</source>
        <translation>复制全部检查结果，例如用于故障报告</translation>
    </message>
    <message>
        <source>Computing a small picture on every device. This takes some seconds.</source>
        <translation>正在每个设备上计算一张小图片，需要几秒钟。</translation>
    </message>
    <message>
        <source>Pictures cannot be relied on here until this is solved.</source>
        <translation>此问题解决之前，本机得到的图片不可靠。</translation>
    </message>
    <message>
        <source>Everything computes correctly. Something could be better.</source>
        <translation>计算全部正确，但有可改进之处。</translation>
    </message>
    <message>
        <source>All is well. Every device computes correctly.</source>
        <translation>一切正常。每个设备都计算正确。</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <translation>处理器核心</translation>
    </message>
    <message>
        <source>{whole}, {free} free</source>
        <translation>{whole}，可用 {free}</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation>可用 {free}</translation>
    </message>
    <message>
        <source>{precision} right</source>
        <translation>{precision} 正确</translation>
    </message>
    <message>
        <source>{precision} wrong</source>
        <translation>{precision} 错误</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
</context>
<context>
    <name>Drop</name>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
</context>
<context>
    <name>EnhanceDialogs</name>
    <message>
        <source>Open a picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Save the result as</source>
        <translation>将结果另存为</translation>
    </message>
    <message>
        <source>Save as job file</source>
        <translation>另存为任务文件</translation>
    </message>
    <message>
        <source>Job files (*.toml)</source>
        <translation>任务文件 (*.toml)</translation>
    </message>
</context>
<context>
    <name>EnhancePage</name>
    <message>
        <source>Enhance</source>
        <translation>增强</translation>
    </message>
    <message>
        <source>Make one picture larger and better, and look closely</source>
        <translation>放大并改善一张图片，细看效果</translation>
    </message>
    <message>
        <source>The clipboard holds no picture.</source>
        <translation>剪贴板中没有图片。</translation>
    </message>
    <message>
        <source>Copy a picture or a file first.</source>
        <translation>请先复制图片或文件。</translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation>正在预览…</translation>
    </message>
    <message>
        <source>Preview… {percent}</source>
        <translation>正在预览… {percent}</translation>
    </message>
    <message>
        <source>Preview in {time}</source>
        <translation>预览用时 {time}</translation>
    </message>
    <message>
        <source>Preview of the middle; zoom in to see all of it</source>
        <translation>仅预览中间部分；放大视图可查看全部</translation>
    </message>
    <message>
        <source>fidelity {n} dB</source>
        <translation>保真 {n} dB</translation>
    </message>
    <message>
        <source>Choose “Save as…” and another name.</source>
        <translation>请选择“另存为…”并换一个名称。</translation>
    </message>
    <message>
        <source>There is no result.</source>
        <translation>没有结果。</translation>
    </message>
    <message>
        <source>Result: {name}</source>
        <translation>结果：{name}</translation>
    </message>
    <message>
        <source>The command is in the clipboard.</source>
        <translation>命令已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>已保存为 {name}</translation>
    </message>
</context>
<context>
    <name>FailureNote</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>What the program knows about the cause</source>
        <translation>程序所知的原因</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the message and the details, for example into a mail</source>
        <translation>复制消息和详情，例如用于邮件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>A fault of the program</source>
        <translation>程序故障</translation>
    </message>
    <message>
        <source>Something in the program went wrong.</source>
        <translation>程序出现了问题。</translation>
    </message>
    <message>
        <source>The window goes on. If it behaves strangely, close it and start it again; work is not lost.</source>
        <translation>窗口可以继续使用。如有异常，请关闭后重新启动；工作不会丢失。</translation>
    </message>
</context>
<context>
    <name>GeneratePage</name>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Make new pictures with a model</source>
        <translation>用模型生成新图片</translation>
    </message>
    <message>
        <source>Back to seeds</source>
        <translation>返回种子</translation>
    </message>
    <message>
        <source>Vary</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Show pictures near the chosen one</source>
        <translation>显示与所选图片相近的图片</translation>
    </message>
    <message>
        <source>Way between</source>
        <translation>过渡</translation>
    </message>
    <message>
        <source>Show the way from one chosen picture to another; both must be pictures of seeds</source>
        <translation>显示从一张所选图片到另一张的过渡；两张都须是由种子生成的图片</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Keep the chosen pictures at hand</source>
        <translation>收藏所选图片，方便再次使用</translation>
    </message>
    <message>
        <source>Find nearest</source>
        <translation>查找最相近</translation>
    </message>
    <message>
        <source>Search the picture of this model that comes nearest to a photo</source>
        <translation>查找此模型能生成的、与照片最相近的图片</translation>
    </message>
    <message>
        <source>Other seeds</source>
        <translation>换一批种子</translation>
    </message>
    <message>
        <source>Save pictures</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Save as a job</source>
        <translation>另存为任务</translation>
    </message>
    <message>
        <source>Copy as a command</source>
        <translation>复制为命令</translation>
    </message>
    <message>
        <source>Copy the seed</source>
        <translation>复制种子</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大显示</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小显示</translation>
    </message>
    <message>
        <source>Size on the screen</source>
        <translation>显示大小</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Generated pictures</source>
        <translation>生成的图片</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation>训练模型</translation>
    </message>
    <message>
        <source>Add a model file</source>
        <translation>添加模型文件</translation>
    </message>
    <message>
        <source>There is no model that makes pictures yet</source>
        <translation>还没有能生成图片的模型</translation>
    </message>
    <message>
        <source>Models are being read …</source>
        <translation>正在读取模型…</translation>
    </message>
    <message>
        <source>Train one on your own pictures, or add a model file.</source>
        <translation>用自己的图片训练一个，或添加模型文件。</translation>
    </message>
    <message>
        <source>There is room for {n} favourites.</source>
        <translation>最多可收藏 {n} 张。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) by {model}</source>
        <translation>
            <numerusform>用 {model} 生成 %n 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Say below “File format” what to do where such a file exists, or choose another folder.</source>
        <translation>请在“文件格式”中选择同名文件已存在时的处理方式，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Choose fewer pictures at once, below “Computer”.</source>
        <translation>请在“计算机”中减少同时生成的图片数。</translation>
    </message>
    <message>
        <source>Choose photos whose nearest picture is searched</source>
        <translation>选择要查找最相近图片的照片</translation>
    </message>
    <message numerus="yes">
        <source>Nearest pictures of %n photo(s)</source>
        <translation>
            <numerusform>%n 张照片的最相近图片</numerusform>
        </translation>
    </message>
    <message>
        <source>The search is in the queue. It takes a while for each photo.</source>
        <translation>查找已加入队列。每张照片都需要一些时间。</translation>
    </message>
    <message numerus="yes">
        <source>The nearest pictures of %n photo(s) are found.</source>
        <translation>
            <numerusform>已找到 %n 张照片的最相近图片。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Jobs (*.toml)</source>
        <translation>任务 (*.toml)</translation>
    </message>
    <message>
        <source>Saved as {name}. &apos;enhancer run {name}&apos; makes the same pictures.</source>
        <translation>已保存为 {name}。“enhancer run {name}”会生成相同的图片。</translation>
    </message>
    <message>
        <source>The command is in the clipboard.</source>
        <translation>命令已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Near {name}, {n} of the way to other seeds</source>
        <translation>{name} 附近，向其他种子变化 {n}</translation>
    </message>
    <message>
        <source>From seed {a} to seed {b}</source>
        <translation>从种子 {a} 到种子 {b}</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) made again</source>
        <translation>
            <numerusform>重新生成的 %n 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Seeds {a} to {b}</source>
        <translation>种子 {a} 至 {b}</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>a few seconds left</source>
        <translation>还需几秒钟</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>还需约 {time}</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>%n failed</source>
        <translation>%n 个失败</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>{done} of {total} done, {failed} failed</source>
        <translation>已完成 {done}/{total}，失败 {failed}</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Retry does only those again. The details name each with its reason.</source>
        <translation>重试只处理这些文件。详情列出每个文件及其原因。</translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>Progress of the job</source>
        <translation>任务进度</translation>
    </message>
    <message>
        <source>State of the job</source>
        <translation>任务状态</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop this job. What is done stays, and it can go on later (Ctrl+Shift+X).</source>
        <translation>停止此任务。已完成的会保留，之后可以继续（Ctrl+Shift+X）。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open the folder with the results</source>
        <translation>打开结果所在的文件夹</translation>
    </message>
    <message>
        <source>Show or hide the list of jobs (Ctrl+Shift+J)</source>
        <translation>显示或隐藏任务列表（Ctrl+Shift+J）</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Show or hide the list of jobs</source>
        <translation>显示或隐藏任务列表</translation>
    </message>
    <message>
        <source>Pause the job, or let it go on</source>
        <translation>暂停或继续任务</translation>
    </message>
    <message>
        <source>Stop the job</source>
        <translation>停止任务</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Let this job go on (Ctrl+Shift+P)</source>
        <translation>继续此任务（Ctrl+Shift+P）</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Let this job stand still (Ctrl+Shift+P)</source>
        <translation>暂停此任务（Ctrl+Shift+P）</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) waiting</source>
        <translation>
            <numerusform>%n 个任务等待中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobList</name>
    <message>
        <source>Jobs in the order in which they run</source>
        <translation>按运行顺序排列的任务</translation>
    </message>
    <message>
        <source>Drag a job, or press Alt and an arrow key, to change the order.</source>
        <translation>拖动任务，或按 Alt 加方向键，可更改顺序。</translation>
    </message>
</context>
<context>
    <name>JobPanel</name>
    <message>
        <source>Where results go</source>
        <translation>结果的存放位置</translation>
    </message>
    <message>
        <source>The model&apos;s own size</source>
        <translation>模型的原生尺寸</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Exact, or loose for models that repair and for poor JPEGs</source>
        <translation>精确；对修复类模型和劣质 JPEG 则为宽松</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>Reduced again, the result equals the picture in every detail</source>
        <translation>结果缩小后，每处细节都与图片一致</translation>
    </message>
    <message>
        <source>Loose</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Reduced again, the result equals the picture in colour and tone</source>
        <translation>结果缩小后，颜色和影调与图片一致</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Whatever the model makes of it</source>
        <translation>完全由模型决定</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Faithful to the picture</source>
        <translation>对图片保真</translation>
    </message>
    <message>
        <source>Into a folder</source>
        <translation>存入文件夹</translation>
    </message>
    <message>
        <source>Sub-folders are mirrored there</source>
        <translation>其中保留子文件夹结构</translation>
    </message>
    <message>
        <source>Beside each picture</source>
        <translation>放在每张图片旁边</translation>
    </message>
    <message>
        <source>With the model&apos;s name behind the picture&apos;s</source>
        <translation>图片名后加上模型名</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>name of the picture</source>
        <translation>图片的名称</translation>
    </message>
    <message>
        <source>name of the model</source>
        <translation>模型的名称</translation>
    </message>
    <message>
        <source>how many times as large the model makes it</source>
        <translation>模型放大的倍数</translation>
    </message>
    <message>
        <source>width of the result</source>
        <translation>结果宽度</translation>
    </message>
    <message>
        <source>height of the result</source>
        <translation>结果高度</translation>
    </message>
    <message>
        <source>ending of the format</source>
        <translation>格式扩展名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Do not begin</source>
        <translation>不开始</translation>
    </message>
    <message>
        <source>Nothing is done until you decided</source>
        <translation>做出选择之前不会处理任何图片</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>保留原有文件</translation>
    </message>
    <message>
        <source>Pictures whose result is there are skipped</source>
        <translation>已有结果的图片会被跳过</translation>
    </message>
    <message>
        <source>Write under another name</source>
        <translation>换一个文件名保存</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>替换原有文件</translation>
    </message>
    <message>
        <source>Pictures that you add are never replaced</source>
        <translation>添加的图片本身不会被替换</translation>
    </message>
    <message>
        <source>Where such a file exists already</source>
        <translation>同名文件已存在时</translation>
    </message>
    <message>
        <source>As the picture</source>
        <translation>与图片相同</translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation>8 位</translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation>16 位</translation>
    </message>
    <message>
        <source>32 bits, floating point</source>
        <translation>32 位浮点</translation>
    </message>
    <message>
        <source>Leave out EXIF and comments</source>
        <translation>去除 EXIF 和注释</translation>
    </message>
    <message>
        <source>Leave out the position</source>
        <translation>去除 GPS 位置</translation>
    </message>
    <message>
        <source>Other metadata stays</source>
        <translation>保留其他元数据</translation>
    </message>
    <message>
        <source>File format</source>
        <translation>文件格式</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Of JPEG (95) and WebP (90).</source>
        <translation>用于 JPEG（默认 95）和 WebP（默认 90）。</translation>
    </message>
    <message>
        <source>Bits a channel</source>
        <translation>每通道位深</translation>
    </message>
    <message>
        <source>Colour under transparency</source>
        <translation>透明区域的底色</translation>
    </message>
    <message>
        <source>Where the format has none.</source>
        <translation>用于不支持透明的格式。</translation>
    </message>
    <message>
        <source>Also sub-folders</source>
        <translation>包括子文件夹</translation>
    </message>
    <message>
        <source>Also files that are cut off</source>
        <translation>包括不完整的文件</translation>
    </message>
    <message>
        <source>What is missing is filled, and the result says so</source>
        <translation>缺失的部分会被填充，并在结果中注明</translation>
    </message>
    <message>
        <source>Which pictures</source>
        <translation>处理哪些图片</translation>
    </message>
    <message>
        <source>Patterns with * and ?, separated by spaces. With a space in it in quotation marks.</source>
        <translation>可使用 * 和 ? 的匹配模式，以空格分隔。模式本身含空格时请加引号。</translation>
    </message>
    <message>
        <source>Only names like</source>
        <translation>仅限匹配的名称</translation>
    </message>
    <message>
        <source>No names like</source>
        <translation>排除匹配的名称</translation>
    </message>
    <message>
        <source>Refuse pictures larger than</source>
        <translation>拒绝大于此像素数的图片</translation>
    </message>
    <message>
        <source>The fastest there is</source>
        <translation>可用的最快设备</translation>
    </message>
    <message>
        <source>The processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>A graphics card of NVIDIA or AMD</source>
        <translation>NVIDIA 或 AMD 显卡</translation>
    </message>
    <message>
        <source>The graphics of a Mac</source>
        <translation>Mac 图形处理器</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>计算机</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>In pixels of the picture. Smaller ones need less memory.</source>
        <translation>以图片像素计。分块越小，所需内存越少。</translation>
    </message>
    <message>
        <source>Side of a tile</source>
        <translation>分块边长</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>处理器线程</translation>
    </message>
    <message>
        <source>Part of all pictures</source>
        <translation>全部图片中的哪一份</translation>
    </message>
    <message>
        <source>2/4 is the second of four parts.</source>
        <translation>2/4 表示四份中的第二份。</translation>
    </message>
    <message>
        <source>Choose a model.</source>
        <translation>请选择模型。</translation>
    </message>
    <message>
        <source>Choose a folder for the results.</source>
        <translation>请选择保存结果的文件夹。</translation>
    </message>
    <message>
        <source>Mend what is marked in red.</source>
        <translation>请修正标红的内容。</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>Run this job earlier</source>
        <translation>提前运行此任务</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>推后</translation>
    </message>
    <message>
        <source>Run this job later</source>
        <translation>推后运行此任务</translation>
    </message>
    <message>
        <source>Do what is not done yet once more</source>
        <translation>重新处理尚未完成的部分</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open the folder with the results</source>
        <translation>打开结果所在的文件夹</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Stop this job, or take it from the list. Results stay.</source>
        <translation>停止此任务，或将其从列表中移除。结果会保留。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take all jobs that have ended from the list. Results stay.</source>
        <translation>从列表中移除所有已结束的任务。结果会保留。</translation>
    </message>
    <message>
        <source>Remove ended</source>
        <translation>移除已结束的任务</translation>
    </message>
</context>
<context>
    <name>Kept</name>
    <message>
        <source>colour profile</source>
        <translation>色彩配置文件</translation>
    </message>
    <message>
        <source>camera data (EXIF)</source>
        <translation>相机数据（EXIF）</translation>
    </message>
    <message>
        <source>notes (XMP)</source>
        <translation>备注（XMP）</translation>
    </message>
    <message>
        <source>print resolution</source>
        <translation>打印分辨率</translation>
    </message>
    <message>
        <source>transparency</source>
        <translation>透明度</translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation>16 位</translation>
    </message>
    <message>
        <source>32 bits</source>
        <translation>32 位</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Reduced again, it equals the original to the last bit.</source>
        <translation>重新缩小后，与原图逐位一致。</translation>
    </message>
    <message>
        <source>Reduced again, it equals the original ({n} dB).</source>
        <translation>重新缩小后，与原图一致（{n} dB）。</translation>
    </message>
    <message>
        <source>Reduced again, it is close to the original ({n} dB).</source>
        <translation>重新缩小后，与原图接近（{n} dB）。</translation>
    </message>
    <message>
        <source>Reduced again, it differs from the original ({n} dB).</source>
        <translation>重新缩小后，与原图不同（{n} dB）。</translation>
    </message>
</context>
<context>
    <name>LastTime</name>
    <message>
        <source>The window ended unexpectedly last time. What is known about it stands in {log}</source>
        <translation>窗口上次意外关闭。已知的相关信息记录在 {log}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>The settings could not be read, so the defaults are used. The old file is now {file}</source>
        <translation>无法读取设置，已改用默认值。旧文件现为 {file}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>MainSettings</name>
    <message>
        <source>Nothing: begin anew</source>
        <translation>无：从头开始</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Colour with transparency</source>
        <translation>彩色带透明度</translation>
    </message>
    <message>
        <source>No: all pictures are of one kind</source>
        <translation>否：所有图片属于同一类</translation>
    </message>
    <message>
        <source>Yes: it can be asked for a class</source>
        <translation>是：可以指定类别</translation>
    </message>
    <message>
        <source>Yes, with a network for each class</source>
        <translation>是，每个类别使用单独的网络</translation>
    </message>
    <message>
        <source>Left and right</source>
        <translation>左右</translation>
    </message>
    <message>
        <source>Up and down</source>
        <translation>上下</translation>
    </message>
    <message>
        <source>Vary them while learning</source>
        <translation>学习时加以变化</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Of the model and of the folder of the run.</source>
        <translation>用作模型和训练文件夹的名称。</translation>
    </message>
    <message>
        <source>Pictures to learn from in all</source>
        <translation>训练量（图片总数）</translation>
    </message>
    <message>
        <source>Start from a model</source>
        <translation>起始模型</translation>
    </message>
    <message>
        <source>Side of a crop</source>
        <translation>裁块边长</translation>
    </message>
    <message>
        <source>Of the small picture that is enlarged.</source>
        <translation>以放大前的小图片为准。</translation>
    </message>
    <message>
        <source>Size of the new pictures</source>
        <translation>新图片的尺寸</translation>
    </message>
    <message>
        <source>Larger takes much longer.</source>
        <translation>尺寸越大，耗时越长。</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>One folder for each class is needed.</source>
        <translation>每个类别需要一个单独的文件夹。</translation>
    </message>
    <message>
        <source>Mirrored pictures are as good</source>
        <translation>镜像后的图片同样有效</translation>
    </message>
    <message>
        <source>Not for digits, letters or faces from a side.</source>
        <translation>不适用于数字、字母或侧脸。</translation>
    </message>
    <message>
        <source>Few pictures</source>
        <translation>图片较少</translation>
    </message>
    <message>
        <source>Helps below some 5,000 pictures.</source>
        <translation>图片少于约 5,000 张时有帮助。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>This page could not be opened.</source>
        <translation>无法打开此页面。</translation>
    </message>
    <message>
        <source>The other pages still work. The details help to mend it.</source>
        <translation>其他页面仍可使用。详情有助于解决问题。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Runs it on small pictures and sees whether it computes what its card says.</source>
        <translation>用小图片运行模型，检查计算结果是否与其卡片所述一致。</translation>
    </message>
    <message>
        <source>Measure speed</source>
        <translation>测量速度</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>How good it is</source>
        <translation>效果如何</translation>
    </message>
    <message>
        <source>How it learned</source>
        <translation>学习过程</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Choose a model on the left.</source>
        <translation>请在左侧选择模型。</translation>
    </message>
    <message>
        <source>Train on from this model</source>
        <translation>从此模型继续训练</translation>
    </message>
    <message>
        <source>Show in the folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Opens the page that makes new pictures with it.</source>
        <translation>打开用它生成新图片的页面。</translation>
    </message>
    <message>
        <source>Opens the page that enhances pictures with it.</source>
        <translation>打开用它增强图片的页面。</translation>
    </message>
    <message>
        <source>Models that came with the program stay as they are.</source>
        <translation>随程序附带的模型不可更改。</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Speed here</source>
        <translation>本机速度</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>文件大小</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Plain enlargement</source>
        <translation>普通放大</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>On</source>
        <translation>测试数据</translation>
    </message>
    <message>
        <source>Checking ...</source>
        <translation>正在检查...</translation>
    </message>
    <message>
        <source>It computes what its card says.</source>
        <translation>计算结果与其卡片所述一致。</translation>
    </message>
    <message>
        <source>It must not be used.</source>
        <translation>此模型不能使用。</translation>
    </message>
    <message>
        <source>good</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Measuring ...</source>
        <translation>正在测量...</translation>
    </message>
    <message>
        <source>No file manager was found.</source>
        <translation>未找到文件管理器。</translation>
    </message>
    <message>
        <source>Rename a model</source>
        <translation>重命名模型</translation>
    </message>
    <message>
        <source>New name:</source>
        <translation>新名称：</translation>
    </message>
    <message>
        <source>Move the model {name} to the trash?</source>
        <translation>将模型 {name} 移到回收站？</translation>
    </message>
    <message>
        <source>Its curve and recipe go with it.</source>
        <translation>其曲线和配方会一并移走。</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>移到回收站</translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>{name} (file)</source>
        <translation>{name}（文件）</translation>
    </message>
    <message>
        <source>Models are being read ...</source>
        <translation>正在读取模型...</translation>
    </message>
    <message>
        <source>There is no model for this yet. Train one, or add a file.</source>
        <translation>还没有适用的模型。请训练一个，或添加文件。</translation>
    </message>
</context>
<context>
    <name>ModelList</name>
    <message>
        <source>Find a model</source>
        <translation>查找模型</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>所有模型</translation>
    </message>
    <message>
        <source>Enlarge and repair</source>
        <translation>放大和修复</translation>
    </message>
    <message>
        <source>Make new pictures</source>
        <translation>生成新图片</translation>
    </message>
    <message>
        <source>Judge pictures</source>
        <translation>评判图片</translation>
    </message>
    <message>
        <source>Only yours</source>
        <translation>仅我的模型</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Add a model file</source>
        <translation>添加模型文件</translation>
    </message>
    <message>
        <source>Copies a .safetensors file of this program into your models.</source>
        <translation>将本程序的 .safetensors 文件复制到我的模型中。</translation>
    </message>
    <message>
        <source>Model files (*.safetensors)</source>
        <translation>模型文件 (*.safetensors)</translation>
    </message>
    <message>
        <source>Add model files</source>
        <translation>添加模型文件</translation>
    </message>
    <message>
        <source>Models are being read ...</source>
        <translation>正在读取模型...</translation>
    </message>
    <message>
        <source>No model fits. Change the words or the purpose above.</source>
        <translation>没有符合的模型。请更改上方的搜索词或用途。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be opened</source>
        <translation>
            <numerusform>%n 个文件无法打开</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Makes new pictures of {size}</source>
        <translation>生成 {size} 的新图片</translation>
    </message>
    <message>
        <source>Judges pictures for trainings and selections</source>
        <translation>为训练和筛选评判图片</translation>
    </message>
    <message>
        <source>Enlarges {n} times and repairs damage</source>
        <translation>放大 {n} 倍并修复损伤</translation>
    </message>
    <message>
        <source>Enlarges {n} times</source>
        <translation>放大 {n} 倍</translation>
    </message>
    <message>
        <source>Came with the program</source>
        <translation>随程序附带</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>我的模型</translation>
    </message>
    <message>
        <source>Better than its start and than noise, on held-out pictures.</source>
        <translation>在未参与训练的图片上，优于训练起点和噪声。</translation>
    </message>
    <message>
        <source>Better than its start and than plain enlargement, on held-out pictures.</source>
        <translation>在未参与训练的图片上，优于训练起点和普通放大。</translation>
    </message>
    <message>
        <source>Worse than its start or than noise, on held-out pictures.</source>
        <translation>在未参与训练的图片上，不如训练起点或噪声。</translation>
    </message>
    <message>
        <source>Worse than its start or than plain enlargement, on held-out pictures.</source>
        <translation>在未参与训练的图片上，不如训练起点或普通放大。</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>colour with transparency</source>
        <translation>彩色带透明度</translation>
    </message>
    <message>
        <source>any size, in tiles, exactly as in one piece</source>
        <translation>任意尺寸，分块处理，与整张处理完全一致</translation>
    </message>
    <message>
        <source>any size, in tiles, nearly as in one piece</source>
        <translation>任意尺寸，分块处理，与整张处理几乎一致</translation>
    </message>
    <message>
        <source>only in one piece</source>
        <translation>只能整张处理</translation>
    </message>
    <message>
        <source>Pictures that were reduced by {method}</source>
        <translation>以 {method} 方式缩小的图片</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>Made for</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Works on</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>Licence of the weights</source>
        <translation>权重许可</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>学习数据</translation>
    </message>
    <message>
        <source>Pictures seen</source>
        <translation>已学图片数</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Precisions</source>
        <translation>支持的精度</translation>
    </message>
    <message>
        <source>Started from</source>
        <translation>起始模型</translation>
    </message>
    <message>
        <source>{n} pictures a second on {device}</source>
        <translation>在 {device} 上每秒 {n} 张图片</translation>
    </message>
    <message>
        <source>{time} a megapixel of the original, on {device} ({precision})</source>
        <translation>原图每百万像素需 {time}，在 {device} 上（{precision}）</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>See what each model does, and look after your own.</source>
        <translation>了解每个模型的用途，管理自己的模型。</translation>
    </message>
    <message>
        <source>Find a model</source>
        <translation>查找模型</translation>
    </message>
    <message>
        <source>Add a model file</source>
        <translation>添加模型文件</translation>
    </message>
    <message>
        <source>Use the model</source>
        <translation>使用此模型</translation>
    </message>
    <message>
        <source>Rename the model</source>
        <translation>重命名此模型</translation>
    </message>
    <message>
        <source>Look at the models again</source>
        <translation>重新读取模型</translation>
    </message>
</context>
<context>
    <name>NameEdit</name>
    <message>
        <source>Insert a field</source>
        <translation>插入字段</translation>
    </message>
    <message>
        <source>For example {name}</source>
        <translation>例如 {name}</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>All keyboard shortcuts (F1)</source>
        <translation>所有快捷键（F1）</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Put this message away</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>NumberEdit</name>
    <message>
        <source>Back to the default</source>
        <translation>恢复默认值</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Enhance</source>
        <translation>增强</translation>
    </message>
    <message>
        <source>Make one picture larger and better</source>
        <translation>将单张图片放大并改善</translation>
    </message>
    <message>
        <source>Drop a picture anywhere in this window. Hold Space over it to see the original.</source>
        <translation>可将图片拖放到窗口的任意位置。在图片上按住空格键可查看原图。</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批处理</translation>
    </message>
    <message>
        <source>Enhance many pictures and whole folders</source>
        <translation>增强大量图片和整个文件夹</translation>
    </message>
    <message>
        <source>A batch that was stopped goes on where it was when you run it again. Originals stay as they are.</source>
        <translation>已停止的批处理再次运行时会从原处继续。原图保持不变。</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Make new pictures with a model</source>
        <translation>用模型生成新图片</translation>
    </message>
    <message>
        <source>Every picture has a number, its seed. The same seed always gives the same picture.</source>
        <translation>每张图片都有一个编号，即种子。相同的种子总是得到相同的图片。</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train a model on your own pictures</source>
        <translation>用自己的图片训练模型</translation>
    </message>
    <message>
        <source>A training goes on when you close the window, and is found again when you open it.</source>
        <translation>关闭窗口后训练仍会继续，再次打开时可以找到它。</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The models on this machine, and what they can do</source>
        <translation>本机上的模型及其用途</translation>
    </message>
    <message>
        <source>Each model has a card that says what it learned from and how well it does.</source>
        <translation>每个模型都有一张卡片，说明它从哪些数据学习以及效果如何。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language, look and defaults</source>
        <translation>语言、外观和默认值</translation>
    </message>
</context>
<context>
    <name>PathEdit</name>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
</context>
<context>
    <name>PresetList</name>
    <message>
        <source>Other presets</source>
        <translation>其他预设</translation>
    </message>
    <message>
        <source>{name} (recommended)</source>
        <translation>{name}（推荐）</translation>
    </message>
</context>
<context>
    <name>Previews</name>
    <message>
        <source>The first samples appear when the training has begun.</source>
        <translation>训练开始后会显示首批样本。</translation>
    </message>
    <message>
        <source>Samples of the run</source>
        <translation>训练样本</translation>
    </message>
    <message>
        <source>Moment of the training</source>
        <translation>训练时刻</translation>
    </message>
    <message>
        <source>Move through the training and see how the samples became better.</source>
        <translation>拖动以浏览训练过程，查看样本如何变好。</translation>
    </message>
    <message>
        <source>Play from the beginning</source>
        <translation>从头播放</translation>
    </message>
    <message>
        <source>Play the samples</source>
        <translation>播放样本</translation>
    </message>
    <message>
        <source>after {images}</source>
        <translation>学习 {images}后</translation>
    </message>
</context>
<context>
    <name>Process</name>
    <message>
        <source>The work did not stop when it was asked to, so it was ended.</source>
        <translation>任务未按要求停止，已被强制结束。</translation>
    </message>
    <message>
        <source>It starts again by itself.</source>
        <translation>它会自动重新启动。</translation>
    </message>
    <message>
        <source>A part of the program could not start.</source>
        <translation>程序的某个部分无法启动。</translation>
    </message>
    <message>
        <source>The details say why. Installing it anew may help.</source>
        <translation>详情中说明了原因。重新安装程序可能有帮助。</translation>
    </message>
    <message>
        <source>The work was ended by the system, usually for lack of memory.</source>
        <translation>任务被系统终止，通常是因为内存不足。</translation>
    </message>
    <message>
        <source>Close other programs, or take smaller pictures. It starts again by itself.</source>
        <translation>请关闭其他程序，或使用较小的图片。它会自动重新启动。</translation>
    </message>
    <message>
        <source>The part of the program that does the work ended unexpectedly.</source>
        <translation>程序中负责处理的部分意外结束。</translation>
    </message>
    <message>
        <source>It starts again by itself. If this comes back, one of the files may be the cause.</source>
        <translation>它会自动重新启动。如果再次发生，可能是某个文件所致。</translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Results so far</source>
        <translation>目前的结果</translation>
    </message>
    <message>
        <source>What you enhance is listed here, to look at again.</source>
        <translation>增强过的图片会列在这里，可再次查看。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再次查看</translation>
    </message>
    <message>
        <source>Open the original and this result</source>
        <translation>打开原图和此结果</translation>
    </message>
    <message>
        <source>Use settings</source>
        <translation>采用设置</translation>
    </message>
    <message>
        <source>Take over the settings that made this result</source>
        <translation>采用生成此结果时的设置</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>The files stay where they are</source>
        <translation>文件保留在原处</translation>
    </message>
</context>
<context>
    <name>ResultNote</name>
    <message>
        <source>Show failed ones</source>
        <translation>显示失败的图片</translation>
    </message>
    <message>
        <source>Try failed ones again</source>
        <translation>重试失败的图片</translation>
    </message>
    <message>
        <source>The same job once more; what is done is not done again</source>
        <translation>重新运行同一任务，已完成的不再重复</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Stopped. Enhance again to go on from here.</source>
        <translation>已停止。再次增强即可从此处继续。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) done</source>
        <translation>
            <numerusform>%n 张图片已完成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 张失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n 张已跳过</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultSummary</name>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Write it again with another name, format or quality</source>
        <translation>以其他名称、格式或质量重新保存</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Put this summary away; the result stays</source>
        <translation>关闭此摘要，结果会保留</translation>
    </message>
    <message>
        <source>It was there already: {name}</source>
        <translation>已存在：{name}</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Kept: {what}</source>
        <translation>已保留：{what}</translation>
    </message>
    <message>
        <source>Lost: {what}</source>
        <translation>已丢失：{what}</translation>
    </message>
    <message>
        <source>{size}, {bits} bits, {format}, {amount}; in {time} with {model} on {device}</source>
        <translation>{size}，{bits} 位，{format}，{amount}；用时 {time}，模型 {model}，设备 {device}</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Progress of the enhancement</source>
        <translation>增强进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Waiting for other jobs</source>
        <translation>正在等待其他任务</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Enhancing, about {time} left</source>
        <translation>正在增强，约剩 {time}</translation>
    </message>
    <message>
        <source>Enhancing…</source>
        <translation>正在增强…</translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>New training</source>
        <translation>新建训练</translation>
    </message>
    <message>
        <source>Show the runs of another folder</source>
        <translation>显示其他文件夹中的训练</translation>
    </message>
    <message>
        <source>Open a folder of runs</source>
        <translation>打开训练文件夹</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Select two or more with Ctrl to compare them.</source>
        <translation>按住 Ctrl 选择两个或更多训练进行比较。</translation>
    </message>
    <message>
        <source>There are no runs yet. Trainings that you start appear here.</source>
        <translation>还没有训练。开始的训练会显示在这里。</translation>
    </message>
    <message>
        <source>Choose a folder that holds runs</source>
        <translation>选择包含训练的文件夹</translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>Progress of the training</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stops safely. It can go on from there later.</source>
        <translation>安全停止。之后可以从该处继续。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>使用此模型</translation>
    </message>
    <message>
        <source>Adds the best weights so far to your models and opens the page that uses them.</source>
        <translation>将目前最佳的权重添加到我的模型，并打开使用它的页面。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>What the monitors found</source>
        <translation>监测结果</translation>
    </message>
    <message>
        <source>Settings of this run</source>
        <translation>此次训练的设置</translation>
    </message>
    <message>
        <source>Try the best weights so far</source>
        <translation>试用目前最佳的权重</translation>
    </message>
    <message>
        <source>Train on from this model</source>
        <translation>从此模型继续训练</translation>
    </message>
    <message>
        <source>Open the report in a browser</source>
        <translation>在浏览器中打开报告</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Copy as a command</source>
        <translation>复制为命令</translation>
    </message>
    <message>
        <source>Remove this run</source>
        <translation>移除此训练</translation>
    </message>
    <message>
        <source>The first values appear when it has been judged.</source>
        <translation>首次评判后会显示数值。</translation>
    </message>
    <message>
        <source>{time} so far</source>
        <translation>已用 {time}</translation>
    </message>
    <message>
        <source>{time} of training</source>
        <translation>训练用时 {time}</translation>
    </message>
    <message>
        <source>Best: {best}</source>
        <translation>最佳：{best}</translation>
    </message>
    <message>
        <source>The training ended unexpectedly.</source>
        <translation>训练意外结束。</translation>
    </message>
    <message>
        <source>The details show the last lines that it wrote.</source>
        <translation>详情中是它最后输出的几行内容。</translation>
    </message>
    <message>
        <source>A monitor ended this run early.</source>
        <translation>监测提前结束了这次训练。</translation>
    </message>
    <message>
        <source>Show the samples of this moment</source>
        <translation>显示当时的样本</translation>
    </message>
    <message>
        <source>It stops after the step it is at, and keeps what it learned.</source>
        <translation>完成当前这一步后停止，已学到的内容会保留。</translation>
    </message>
    <message>
        <source>No browser was found. The report is {path}</source>
        <translation>未找到浏览器。报告位于 {path}</translation>
    </message>
    <message>
        <source>No file manager was found. The folder is {path}</source>
        <translation>未找到文件管理器。文件夹位于 {path}</translation>
    </message>
    <message>
        <source>Copied. In a terminal the command does the same.</source>
        <translation>已复制。在终端中运行该命令，效果相同。</translation>
    </message>
    <message>
        <source>Move the run {name} to the trash?</source>
        <translation>要将训练 {name} 移到回收站吗？</translation>
    </message>
    <message>
        <source>Its curves, samples and weights go. Models that you added stay.</source>
        <translation>它的曲线、样本和权重会一并移走。已添加的模型会保留。</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>It is still being trained. Stop it first.</source>
        <translation>它仍在训练中。请先停止。</translation>
    </message>
    <message>
        <source>The run could not be moved to the trash.</source>
        <translation>无法将该训练移到回收站。</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>{n} %</source>
        <translation>{n}%</translation>
    </message>
    <message>
        <source>Seed {seed}</source>
        <translation>种子 {seed}</translation>
    </message>
    <message>
        <source>{n} % of the way from seed {a} to seed {b}</source>
        <translation>从种子 {a} 到种子 {b} 的 {n}% 处</translation>
    </message>
    <message>
        <source>Near another picture, or found for a photo</source>
        <translation>与另一张图片相近，或按照片找到</translation>
    </message>
    <message>
        <source>Class {name}</source>
        <translation>类别 {name}</translation>
    </message>
    <message>
        <source>Variety {n}</source>
        <translation>多样性 {n}</translation>
    </message>
</context>
<context>
    <name>SavePanel</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>All that is shown</source>
        <translation>当前显示的全部</translation>
    </message>
    <message>
        <source>Chosen pictures</source>
        <translation>选中的图片</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>A data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>As many pictures as you want, from the first seed on</source>
        <translation>从起始种子开始，数量不限</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>One folder for each class</source>
        <translation>每个类别一个文件夹</translation>
    </message>
    <message>
        <source>A labelled data set</source>
        <translation>带标签的数据集</translation>
    </message>
    <message>
        <source>Also one sheet of all</source>
        <translation>同时保存一张总览图</translation>
    </message>
    <message>
        <source>Also a film</source>
        <translation>同时保存一段动画</translation>
    </message>
    <message>
        <source>Through all pictures and back to the first, as WebP</source>
        <translation>依次经过所有图片再回到第一张，存为 WebP</translation>
    </message>
    <message>
        <source>Frames to the next picture</source>
        <translation>到下一张图片的帧数</translation>
    </message>
    <message>
        <source>24 of them last a second.</source>
        <translation>24 帧为一秒。</translation>
    </message>
    <message>
        <source>Only good ones</source>
        <translation>只保留好图片</translation>
    </message>
    <message>
        <source>Draw again what is unlike real pictures, copies one of them, or is of another class than asked</source>
        <translation>不像真实图片、照搬真实图片或类别不符的，重新生成</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Save pictures</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>name of the model</source>
        <translation>模型名称</translation>
    </message>
    <message>
        <source>seed, or name of the picture it was made like</source>
        <translation>种子，或所参照图片的名称</translation>
    </message>
    <message>
        <source>name of the class</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>its number</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>ending of the format</source>
        <translation>格式扩展名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Do not begin</source>
        <translation>不开始</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>保留原文件</translation>
    </message>
    <message>
        <source>Write under another name</source>
        <translation>换个名称写入</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>File format</source>
        <translation>文件格式</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Of JPEG (95) and WebP (90).</source>
        <translation>适用于 JPEG（默认 95）和 WebP（默认 90）。</translation>
    </message>
    <message>
        <source>Colour under transparency</source>
        <translation>透明处的底色</translation>
    </message>
    <message>
        <source>Where the format has none.</source>
        <translation>用于不支持透明的格式。</translation>
    </message>
    <message>
        <source>Where such a file exists already</source>
        <translation>同名文件已存在时</translation>
    </message>
    <message>
        <source>The model&apos;s own reference</source>
        <translation>模型自带的参照</translation>
    </message>
    <message>
        <source>What is a good picture</source>
        <translation>好图片的标准</translation>
    </message>
    <message>
        <source>Real pictures to judge by</source>
        <translation>用于评估的真实图片</translation>
    </message>
    <message>
        <source>Network that judges</source>
        <translation>评估网络</translation>
    </message>
    <message>
        <source>Where a folder is given.</source>
        <translation>指定文件夹时使用。</translation>
    </message>
    <message>
        <source>Tries for each picture</source>
        <translation>每张图片的尝试次数</translation>
    </message>
    <message>
        <source>The fastest there is</source>
        <translation>最快的设备</translation>
    </message>
    <message>
        <source>The processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>A graphics card of NVIDIA or AMD</source>
        <translation>NVIDIA 或 AMD 显卡</translation>
    </message>
    <message>
        <source>The graphics of a Mac</source>
        <translation>Mac 的图形处理器</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>计算机</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Pictures at once</source>
        <translation>同时处理的图片数</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>处理器线程</translation>
    </message>
    <message>
        <source>Part of all pictures</source>
        <translation>全部图片的哪一份</translation>
    </message>
    <message>
        <source>2/4 is the second of four parts.</source>
        <translation>2/4 表示四份中的第二份。</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>New work</source>
        <translation>新任务</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Automatic takes a graphics card where there is one.</source>
        <translation>“自动”会在有显卡时使用显卡。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>处理器线程</translation>
    </message>
    <message>
        <source>Fewer leave more of the processor to other programs.</source>
        <translation>线程越少，留给其他程序的处理器资源越多。</translation>
    </message>
    <message>
        <source>Same as the original</source>
        <translation>与原图相同</translation>
    </message>
    <message>
        <source>Format of results</source>
        <translation>结果的格式</translation>
    </message>
    <message>
        <source>Best for the format</source>
        <translation>该格式的最佳值</translation>
    </message>
    <message>
        <source>Quality of JPEG and WebP</source>
        <translation>JPEG 和 WebP 的质量</translation>
    </message>
    <message>
        <source>From 1 to 100. Higher makes larger files.</source>
        <translation>1 到 100。数值越高，文件越大。</translation>
    </message>
    <message>
        <source>Folder of your own models</source>
        <translation>自有模型的文件夹</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Manage models</source>
        <translation>管理模型</translation>
    </message>
    <message>
        <source>Show tips again</source>
        <translation>再次显示提示</translation>
    </message>
    <message>
        <source>Show the hint of each page once more</source>
        <translation>再次显示每个页面的提示</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>恢复默认设置</translation>
    </message>
    <message>
        <source>Set everything on this page as it was at first</source>
        <translation>将本页所有设置恢复为初始值</translation>
    </message>
    <message>
        <source>Processor: {name}</source>
        <translation>处理器：{name}</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) of your own</source>
        <translation>
            <numerusform>%n 个自有模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is there yet. What you train or add comes here.</source>
        <translation>这里还没有模型。训练或添加的模型会放在这里。</translation>
    </message>
    <message>
        <source>Each page shows its tip again.</source>
        <translation>每个页面会再次显示提示。</translation>
    </message>
    <message>
        <source>Everything on this page is as it was at first.</source>
        <translation>本页所有设置已恢复为初始值。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>As large as the model makes it</source>
        <translation>按模型的放大倍数</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Any size: a factor, a width, a height, or a box that it fits</source>
        <translation>任意尺寸：倍数、宽度、高度，或要放入的框</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Size in words</source>
        <translation>用文字输入尺寸</translation>
    </message>
    <message>
        <source>x2.5: factor. 3840w: width. 2160h: height. long=4000: longer side. fit=1920x1080: within a box.</source>
        <translation>x2.5：倍数。3840w：宽度。2160h：高度。long=4000：长边。fit=1920x1080：放入框内。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>Colour and tone</source>
        <translation>颜色与影调</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>自由</translation>
    </message>
    <message>
        <source>Faithful to the original</source>
        <translation>对原图保真</translation>
    </message>
    <message>
        <source>Exact where the picture is clean, colour and tone where it is a strongly compressed JPEG.</source>
        <translation>干净的图片用“精确”，高度压缩的 JPEG 用“颜色与影调”。</translation>
    </message>
    <message>
        <source>Reduced again, the result equals the original in every detail.</source>
        <translation>结果缩小回去后，每个细节都与原图一致。</translation>
    </message>
    <message>
        <source>Colour and tone stay; details may be repaired.</source>
        <translation>颜色与影调不变；细节可以修复。</translation>
    </message>
    <message>
        <source>The model alone decides.</source>
        <translation>完全由模型决定。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>As the original</source>
        <translation>与原图相同</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation>8 位</translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation>16 位</translation>
    </message>
    <message>
        <source>32 bits, floating point</source>
        <translation>32 位浮点</translation>
    </message>
    <message>
        <source>Leave out metadata</source>
        <translation>去除元数据</translation>
    </message>
    <message>
        <source>No EXIF, XMP or comments. The colour profile stays.</source>
        <translation>不含 EXIF、XMP 或注释。颜色配置文件保留。</translation>
    </message>
    <message>
        <source>Leave out the position</source>
        <translation>去除 GPS 位置</translation>
    </message>
    <message>
        <source>Where a photo was taken is not written; other metadata stays.</source>
        <translation>不写入拍摄地点；其他元数据保留。</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>位深</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>32 bits, most exact</source>
        <translation>32 位，最精确</translation>
    </message>
    <message>
        <source>16 bits (bf16), faster</source>
        <translation>16 位（bf16），更快</translation>
    </message>
    <message>
        <source>16 bits (fp16), faster</source>
        <translation>16 位（fp16），更快</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>megapixels</source>
        <translation>百万像素</translation>
    </message>
    <message>
        <source>Open cut-off files</source>
        <translation>打开不完整的文件</translation>
    </message>
    <message>
        <source>What is missing of a file is filled, and said so.</source>
        <translation>文件缺失的部分会补齐，并给出提示。</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Colour under transparency, where the format has none.</source>
        <translation>格式不支持透明时，透明处的底色。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Of what the model adds to the picture.</source>
        <translation>指模型为图片增添的内容。</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>分块</translation>
    </message>
    <message>
        <source>Smaller tiles need less memory.</source>
        <translation>分块越小，所需内存越少。</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Largest picture</source>
        <translation>最大图片</translation>
    </message>
    <message>
        <source>Result: {size}</source>
        <translation>结果：{size}</translation>
    </message>
    <message>
        <source>Write it as #rrggbb.</source>
        <translation>请写成 #rrggbb 的形式。</translation>
    </message>
    <message>
        <source>This format loses nothing.</source>
        <translation>此格式无损。</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation>搜索快捷键</translation>
    </message>
</context>
<context>
    <name>ShowPanel</name>
    <message>
        <source>Other seeds (Ctrl+R)</source>
        <translation>换一批种子（Ctrl+R）</translation>
    </message>
    <message>
        <source>Other seeds</source>
        <translation>换一批种子</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>All of them, unless some are ticked.</source>
        <translation>不勾选则使用全部类别。</translation>
    </message>
    <message>
        <source>First seed</source>
        <translation>起始种子</translation>
    </message>
    <message>
        <source>The same seed is always the same picture.</source>
        <translation>同一种子总是得到同一张图片。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Variety</source>
        <translation>多样性</translation>
    </message>
    <message>
        <source>Less gives more typical pictures that differ less.</source>
        <translation>值越小，图片越典型，彼此差异也越小。</translation>
    </message>
    <message>
        <source>How different</source>
        <translation>差异程度</translation>
    </message>
    <message>
        <source>How far neighbours lie from the picture.</source>
        <translation>邻近图片与该图片相距多远。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What the panel shows</source>
        <translation>面板显示的内容</translation>
    </message>
    <message>
        <source>Enhance</source>
        <translation>增强</translation>
    </message>
    <message>
        <source>Write the result beside the original (Ctrl+Return)</source>
        <translation>将结果写到原图旁（Ctrl+Return）</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Choose where the result is written, and enhance (Ctrl+S)</source>
        <translation>选择结果的写入位置并增强（Ctrl+S）</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>Size</name>
    <message>
        <source>As large as the model makes it.</source>
        <translation>按模型的放大倍数。</translation>
    </message>
    <message>
        <source>{n} times as wide and as high.</source>
        <translation>宽和高各为原来的 {n} 倍。</translation>
    </message>
    <message>
        <source>{n} pixels wide.</source>
        <translation>宽 {n} 像素。</translation>
    </message>
    <message>
        <source>{n} pixels high.</source>
        <translation>高 {n} 像素。</translation>
    </message>
    <message>
        <source>The longer side has {n} pixels.</source>
        <translation>长边为 {n} 像素。</translation>
    </message>
    <message>
        <source>The shorter side has {n} pixels.</source>
        <translation>短边为 {n} 像素。</translation>
    </message>
    <message>
        <source>As large as fits into {w} × {h}.</source>
        <translation>放入 {w} × {h} 内的最大尺寸。</translation>
    </message>
    <message>
        <source>Covers {w} × {h}; what hangs over is cut.</source>
        <translation>填满 {w} × {h}；超出的部分会裁去。</translation>
    </message>
    <message>
        <source>Exactly {w} × {h}; pictures of another shape fail.</source>
        <translation>正好 {w} × {h}；宽高比不同的图片会失败。</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>What was added; choose one to take it out again</source>
        <translation>已添加的内容；选择一项即可移除</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n 个来源</numerusform>
        </translation>
    </message>
    <message>
        <source>Sources: {n}</source>
        <translation>来源：{n}</translation>
    </message>
    <message>
        <source>Take out {path}</source>
        <translation>移除 {path}</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… 还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Take out all</source>
        <translation>全部移除</translation>
    </message>
</context>
<context>
    <name>SplitHandle</name>
    <message>
        <source>Divider between before and after</source>
        <translation>前后对比分隔线</translation>
    </message>
    <message>
        <source>Drag to compare. With the keyboard: left and right arrow.</source>
        <translation>拖动以对比。也可用键盘的左右方向键。</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Drop a picture here</source>
        <translation>将图片拖到这里</translation>
    </message>
    <message>
        <source>Or paste one with Ctrl+V. You see what becomes of it before anything is written.</source>
        <translation>或按 Ctrl+V 粘贴。写入任何文件之前，都能先看到效果。</translation>
    </message>
    <message>
        <source>Open a picture…</source>
        <translation>打开图片…</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>最近打开</translation>
    </message>
</context>
<context>
    <name>Tips</name>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>The result alone. Hold Space to see the original</source>
        <translation>只显示结果。按住空格键查看原图</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Original and result on the two sides of a divider</source>
        <translation>原图与结果分列分隔线两侧</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Both beside each other, moved together</source>
        <translation>两者并排，同步移动</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Only what the result changes, made stronger</source>
        <translation>只显示结果的改动，并加以强化</translation>
    </message>
    <message>
        <source>How to compare</source>
        <translation>对比方式</translation>
    </message>
    <message>
        <source>Size on the screen, of the result&apos;s pixels</source>
        <translation>结果像素在屏幕上的显示比例</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>No recent pictures</source>
        <translation>没有最近打开的图片</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Teach a model on your own pictures.</source>
        <translation>用自己的图片训练模型。</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>新建训练</translation>
    </message>
    <message>
        <source>Start the training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Pause the run, or let it go on</source>
        <translation>暂停或继续训练</translation>
    </message>
    <message>
        <source>Look at the runs again</source>
        <translation>刷新训练列表</translation>
    </message>
</context>
<context>
    <name>TrainSetup</name>
    <message>
        <source>Enlarge pictures</source>
        <translation>放大图片</translation>
    </message>
    <message>
        <source>Make new pictures</source>
        <translation>生成新图片</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>全部设置</translation>
    </message>
    <message>
        <source>Folder for runs</source>
        <translation>训练文件夹</translation>
    </message>
    <message>
        <source>Each run gets a folder of its own in it.</source>
        <translation>每次训练都在其中有自己的文件夹。</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>新建训练</translation>
    </message>
    <message>
        <source>1. What should it learn?</source>
        <translation>1. 学什么？</translation>
    </message>
    <message>
        <source>2. From which pictures?</source>
        <translation>2. 用哪些图片？</translation>
    </message>
    <message>
        <source>3. Which way of learning?</source>
        <translation>3. 用哪种方式学习？</translation>
    </message>
    <message>
        <source>4. Settings</source>
        <translation>4. 设置</translation>
    </message>
    <message>
        <source>Measure time</source>
        <translation>测量时间</translation>
    </message>
    <message>
        <source>Trains for a few seconds, throws that away, and says how long everything will take.</source>
        <translation>试训练几秒，不保留结果，然后估计全部所需时间。</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>The presets are being read.</source>
        <translation>正在读取预设。</translation>
    </message>
    <message>
        <source>Choose a folder of pictures.</source>
        <translation>请选择图片文件夹。</translation>
    </message>
    <message>
        <source>The pictures are being looked at.</source>
        <translation>正在查看图片。</translation>
    </message>
    <message>
        <source>There are no pictures in this folder that can be read.</source>
        <translation>此文件夹中没有可以读取的图片。</translation>
    </message>
    <message>
        <source>Give it a name of letters, digits, dots, dashes and underscores.</source>
        <translation>请取一个由字母、数字、点、连字符和下划线组成的名称。</translation>
    </message>
    <message>
        <source>There is a run called {name} already. Choose another name.</source>
        <translation>已有名为 {name} 的训练。请换一个名称。</translation>
    </message>
    <message>
        <source>{preset} learns from {images}.</source>
        <translation>{preset} 将学习 {images}。</translation>
    </message>
    <message>
        <source>Measuring ...</source>
        <translation>正在测量...</translation>
    </message>
    <message>
        <source>About {time} on {device}.</source>
        <translation>在 {device} 上约需 {time}。</translation>
    </message>
    <message>
        <source>{n} pictures a second.</source>
        <translation>每秒 {n} 张图片。</translation>
    </message>
    <message>
        <source>{memory} of memory.</source>
        <translation>占用内存 {memory}。</translation>
    </message>
    <message numerus="yes">
        <source>Learns from %n picture(s),</source>
        <translation>
            <numerusform>用 %n 张图片学习，</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more only judge.</source>
        <translation>
            <numerusform>另有 %n 张仅用于评估。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>FID</source>
        <translation>FID</translation>
    </message>
    <message>
        <source>KID</source>
        <translation>KID</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>PSNR</source>
        <translation>PSNR</translation>
    </message>
    <message>
        <source>PSNR of the worst picture</source>
        <translation>最差图片的 PSNR</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Loss of the generator</source>
        <translation>生成器损失</translation>
    </message>
    <message>
        <source>Loss of the discriminator</source>
        <translation>判别器损失</translation>
    </message>
    <message>
        <source>Size of the gradient</source>
        <translation>梯度大小</translation>
    </message>
    <message>
        <source>Gradient of the generator</source>
        <translation>生成器梯度</translation>
    </message>
    <message>
        <source>Gradient of the discriminator</source>
        <translation>判别器梯度</translation>
    </message>
    <message>
        <source>Variety of the samples</source>
        <translation>样本多样性</translation>
    </message>
    <message>
        <source>Evenness over classes</source>
        <translation>类别均匀度</translation>
    </message>
    <message>
        <source>Share of classes seen</source>
        <translation>已出现类别的占比</translation>
    </message>
    <message>
        <source>Oversaturation</source>
        <translation>过饱和</translation>
    </message>
    <message>
        <source>Pictures per second</source>
        <translation>每秒图片数</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Strength of augmentation</source>
        <translation>数据增强强度</translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation>越低越好</translation>
    </message>
    <message>
        <source>higher is better</source>
        <translation>越高越好</translation>
    </message>
    <message>
        <source>Enlarges photos 2 times, faithfully. Takes hours on a processor and far less on a GPU.</source>
        <translation>将照片保真放大 2 倍。用处理器需要数小时，用 GPU 则快得多。</translation>
    </message>
    <message>
        <source>Enlarges photos 4 times, faithfully. Harder to learn.</source>
        <translation>将照片保真放大 4 倍。更难学习。</translation>
    </message>
    <message>
        <source>A small network that enlarges 2 times. Worth a look after a few minutes.</source>
        <translation>放大 2 倍的小型网络。几分钟后就值得一看。</translation>
    </message>
    <message>
        <source>Learns quickly and steadily. It did best in ten minutes on two processor cores.</source>
        <translation>学习又快又稳。在两个处理器核心上训练十分钟，它的效果最好。</translation>
    </message>
    <message>
        <source>The classic of 2016: simple and quick, less steady.</source>
        <translation>2016 年的经典：简单、快速，但不够稳定。</translation>
    </message>
    <message>
        <source>Like dcgan with a gentler loss; for comparison.</source>
        <translation>类似 dcgan，损失更平缓；用于对比。</translation>
    </message>
    <message>
        <source>The first of its kind, 2014: very quick and blurred. For tiny pictures and for learning.</source>
        <translation>2014 年的开山之作：非常快，但模糊。适合极小的图片和入门学习。</translation>
    </message>
    <message>
        <source>Modern residual networks: the most stable of all, and slower. Good with a GPU.</source>
        <translation>现代残差网络：最稳定，但较慢。适合有 GPU 时使用。</translation>
    </message>
    <message>
        <source>Residual networks with a penalty at real pictures; slower.</source>
        <translation>残差网络，在真实图片处加惩罚；较慢。</translation>
    </message>
    <message>
        <source>Residual networks, with a discriminator that learns five times for each step.</source>
        <translation>残差网络，判别器每步学习五次。</translation>
    </message>
    <message>
        <source>Clipped weights, kept for teaching. Slow to learn.</source>
        <translation>裁剪权重，保留作教学之用。学习较慢。</translation>
    </message>
    <message>
        <source>A critic held by a gradient penalty: steady and slow.</source>
        <translation>用梯度惩罚约束评判器：稳定，但较慢。</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>{time}前</translation>
    </message>
    <message>
        <source>{n} pictures</source>
        <translation>{n} 张图片</translation>
    </message>
    <message>
        <source>{metric} {value} after {images}</source>
        <translation>{metric} {value}（{images}后）</translation>
    </message>
    <message>
        <source>Went back to an earlier state</source>
        <translation>已退回到较早的状态</translation>
    </message>
    <message>
        <source>Ended the run</source>
        <translation>已结束训练</translation>
    </message>
    <message>
        <source>Noticed, and changed nothing</source>
        <translation>已注意到，未作改动</translation>
    </message>
    <message>
        <source>{done} of {all} pictures</source>
        <translation>{done} / {all} 张图片</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>约剩 {time}</translation>
    </message>
    <message>
        <source>getting the pictures ready</source>
        <translation>正在准备图片</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>{n} ms</source>
        <translation>{n} 毫秒</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h} 小时 {m} 分钟</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>{d} d {h} h</source>
        <translation>{d} 天 {h} 小时</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n}%</translation>
    </message>
    <message>
        <source>{w} × {h}</source>
        <translation>{w} × {h}</translation>
    </message>
    <message>
        <source>{size} ({n} MP)</source>
        <translation>{size}（{n} MP）</translation>
    </message>
</context>
</TS>
